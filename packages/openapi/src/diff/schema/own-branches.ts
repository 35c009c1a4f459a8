import {
  findMember,
  isJsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { type JsonType, jsonTypeOf, jsonTypes, readTypes } from "../../json/json-type.ts";
import { arrayMember, findString } from "../../json/json-value.ts";
import { contentOfFormat } from "../../upgrade/rules/binary-format.ts";
import { type Assertion, type Branch, freeBranch, type OpaqueKeyword } from "./branch.ts";
import { isAmong } from "./equal.ts";
import { readArrayFacet, readObjectFacet } from "./facet.ts";
import { isOpenEnum, knownValues } from "./open-enum.ts";
import { closeRange, isEmptyRange, isInRange, readRange } from "./range.ts";
import type { Reading } from "./reading.ts";
import type { SchemaSite } from "./site.ts";

/** Keywords whose meaning is not taken apart, with those that belong to them, by the types that they judge. */
const opaqueKeywords: readonly (readonly [
  keyword: string,
  companions: readonly string[],
  type: JsonType | undefined,
])[] = [
  ["propertyNames", [], "object"],
  ["dependentRequired", [], "object"],
  ["dependentSchemas", [], "object"],
  ["contains", ["minContains", "maxContains"], "array"],
  ["unevaluatedItems", [], "array"],
  ["if", ["then", "else"], undefined],
  ["$dynamicRef", [], undefined],
  ["$recursiveRef", [], undefined],
];

/** The keywords that an opaque one is made of; undefined for what is no such keyword. */
export function companionsOf(keyword: string): readonly string[] | undefined {
  const [, companions] = opaqueKeywords.find(([name]) => name === keyword) ?? [];
  return companions === undefined ? undefined : [keyword, ...companions];
}

/** What a schema's own keywords allow, without those that apply other schemas to the same instance. */
export function ownBranches(
  site: SchemaSite,
  schema: JsonObject,
  reading: Reading,
): readonly Branch[] {
  return jsonTypes.flatMap((type) => {
    const allowed = allowedPart(schema, type);
    if (allowed === "none") return [];
    const branch = ownBranch({ site, schema, type, reading });
    const typed = allowed === "all" ? branch : { ...branch, multiples: [1, ...branch.multiples] };
    const tight = tighten({ ...typed, values: findValues(schema, type, reading) });
    return tight === undefined ? [] : [tight];
  });
}

/** A branch whose bounds and values agree with each other; undefined where nothing is left. */
export function tighten(branch: Branch): Branch | undefined {
  const isWhole = branch.multiples.includes(1);
  const range = isWhole ? closeRange(branch.range) : branch.range;
  const values = branch.values?.filter(
    (value) =>
      isInRange(value, range) && (!isWhole || typeof value !== "number" || Number.isInteger(value)),
  );
  if (values?.length === 0 || isEmptyRange(range)) return undefined;
  return { ...branch, range, values };
}

/** How much of a type `type` allows: of numbers perhaps integers alone. */
function allowedPart(schema: JsonObject, type: JsonType): "all" | "none" | "integers" {
  const names = readTypes(schema);
  if (names === undefined || names.includes(type)) return "all";
  return type === "number" && names.includes("integer") ? "integers" : "none";
}

interface Source {
  readonly site: SchemaSite;
  readonly schema: JsonObject;
  readonly type: JsonType;
  readonly reading: Reading;
}

function ownBranch({ site, schema, type, reading }: Source): Branch {
  const objects = type === "object" ? readObjectFacet(site, schema) : undefined;
  const arrays = type === "array" ? readArrayFacet(site, schema) : undefined;
  const required = arrayMember(schema, "required").filter((name) => typeof name === "string");
  const multiple = findMember(schema, "multipleOf");
  const isOpen = reading.openEnums === "any" && isOpenEnum(schema);
  return {
    ...freeBranch(type),
    known: isOpen ? knownValues(schema)?.filter((value) => jsonTypeOf(value) === type) : undefined,
    range: readRange(schema, type),
    multiples: type === "number" && typeof multiple === "number" && multiple > 0 ? [multiple] : [],
    assertions: readAssertions(schema, type),
    required: new Set(type === "object" ? required : []),
    objects: objects === undefined ? [] : [objects],
    arrays: arrays === undefined ? [] : [arrays],
    opaque: readOpaque(site, schema, type),
  };
}

/** The listed values of one type; an open enum lists none. */
function findValues(
  schema: JsonObject,
  type: JsonType,
  reading: Reading,
): readonly JsonValue[] | undefined {
  const constant = findMember(schema, "const");
  const allowed = findMember(schema, "enum");
  const isOpen = reading.openEnums === "any" && isOpenEnum(schema);
  const free = freeBranch(type).values;
  const listed = isJsonArray(allowed) && !isOpen ? allowed : free;
  const values =
    constant === undefined
      ? listed
      : [constant].filter(listed === undefined ? () => true : isAmong(listed));
  return values?.filter((value) => jsonTypeOf(value) === type);
}

/** Formats that any text is of: they say how to show it. */
const hints: ReadonlySet<string> = new Set(["password", "html", "commonmark"]);

const textAssertions = ["pattern", "format", "contentEncoding", "contentMediaType"];

function readAssertions(schema: JsonObject, type: JsonType): readonly Assertion[] {
  if (type === "array") {
    return findMember(schema, "uniqueItems") === true
      ? [{ keyword: "uniqueItems", value: "true" }]
      : [];
  }
  const keywords = type === "string" ? textAssertions : type === "number" ? ["format"] : [];
  const read = keywords.flatMap((keyword) => readAssertion(keyword, findString(schema, keyword)));
  return read.filter(
    ({ keyword, value }, index) =>
      !read.slice(0, index).some((one) => one.keyword === keyword && one.value === value),
  );
}

/** What a format of bytes says other keywords say too, as OpenAPI 3.1 has it: either will do. */
function readAssertion(keyword: string, value: string | undefined): readonly Assertion[] {
  const isHint = keyword === "format" && hints.has(value ?? "");
  if (value === undefined || isHint) return [];
  const content = keyword === "format" ? contentOfFormat.get(value) : undefined;
  return [
    content === undefined ? { keyword, value } : { keyword: content.key, value: content.value },
  ];
}

function readOpaque(
  site: SchemaSite,
  schema: JsonObject,
  type: JsonType,
): readonly OpaqueKeyword[] {
  return opaqueKeywords.flatMap(([keyword, , judged]) => {
    if (!Object.hasOwn(schema, keyword) || (judged !== undefined && judged !== type)) return [];
    const isIdle =
      keyword === "if" && !Object.hasOwn(schema, "then") && !Object.hasOwn(schema, "else");
    return isIdle ? [] : [{ keyword, site }];
  });
}
