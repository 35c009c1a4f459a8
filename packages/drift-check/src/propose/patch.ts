import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { widenNumbers } from "../infer/infer-schema.ts";
import { instanceTypes } from "../profile/type-counts.ts";
import type { Dialect } from "./dialect.ts";
import type { Change } from "./edit.ts";
import { mergeMembers } from "./merge-members.ts";

/** What becomes of one node: members that are taken out first, then an object merged in. */
export interface Patch {
  readonly removed: ReadonlySet<string>;
  readonly update: JsonObject;
}

/** A node that is being patched. */
interface Patching {
  readonly node: JsonObject;
  readonly patch: Patch;
  readonly dialect: Dialect;
}

/** A patch that changes nothing. */
export const emptyPatch: Patch = { removed: new Set(), update: {} };

/** The patch with one change more; or why the node does not take it. */
export function addChange(patching: Patching, change: Change): Patch | string {
  const { node, patch } = patching;
  switch (change.kind) {
    case "property":
      return isJsonObject(node["properties"]) && Object.hasOwn(node["properties"], change.name)
        ? "the description forbids this very field"
        : merge(patch, { properties: { [change.name]: change.schema } });
    case "map":
      return ["additionalProperties", "unevaluatedProperties"].some((name) =>
        Object.hasOwn(node, name),
      )
        ? "the description says otherwise of further fields"
        : merge(patch, { additionalProperties: change.schema });
    case "enum":
      return growList(
        patching,
        Object.hasOwn(node, "enum") ? "enum" : "x-extensible-enum",
        change.values,
      );
    case "open-enum":
      return openEnum(patching, change.values);
    case "types":
      return addTypes(patching, change.types);
    case "drop":
      return remove(
        patch,
        change.keywords.filter((keyword) => Object.hasOwn(node, keyword)),
      );
    case "optional":
      return relax(patching, change.name);
    case "members":
      return merge(patch, change.members);
  }
}

function merge({ removed, update }: Patch, members: JsonObject): Patch {
  return { removed, update: mergeMembers(update, members) };
}

function remove({ removed, update }: Patch, keywords: readonly string[]): Patch {
  return { removed: new Set([...removed, ...keywords]), update };
}

/** To replace is to remove and then to merge: engines agree on that, and not on how arrays merge. */
function replace(patch: Patch, keyword: string, value: JsonValue): Patch {
  return merge(remove(patch, [keyword]), { [keyword]: value });
}

function growList(
  { node, patch }: Patching,
  keyword: string,
  values: readonly JsonValue[],
): Patch | string {
  const known = patch.update[keyword] ?? node[keyword];
  if (!Array.isArray(known)) return "no list of values stands there";
  return replace(patch, keyword, union(known, values));
}

function openEnum({ node, patch }: Patching, values: readonly JsonValue[] | undefined): Patch {
  const lists = [node["enum"], node["x-extensible-enum"]];
  const names = ["enum", "x-extensible-enum"].filter((name) => Array.isArray(node[name]));
  const emptied = remove(patch, names);
  if (values === undefined) return emptied;
  const known = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return merge(emptied, { "x-extensible-enum": union(known, values) });
}

function relax({ node, patch }: Patching, name: string): Patch | string {
  const known = patch.removed.has("required") ? (patch.update["required"] ?? []) : node["required"];
  if (!Array.isArray(known)) return "no list of required fields stands there";
  const rest = known.filter((one) => one !== name);
  const { required, ...update } = patch.update;
  const emptied = remove({ ...patch, update }, ["required"]);
  return rest.length === 0 ? emptied : merge(emptied, { required: rest });
}

function addTypes(patching: Patching, types: readonly string[]): Patch | string {
  const { node, dialect } = patching;
  const withNull = types.includes("null") ? addNullToEnum(patching) : patching.patch;
  if (typeof withNull === "string") return withNull;
  if (node["type"] === undefined) {
    return withNull === patching.patch ? "no type stands there" : withNull;
  }
  const next = { ...patching, patch: withNull };
  return dialect === "3.0" ? addOldTypes(next, types) : addNewTypes(next, types);
}

/** A list of values may forbid null although the type allows it. */
function addNullToEnum(patching: Patching): Patch | string {
  const known = patching.patch.update["enum"] ?? patching.node["enum"];
  if (!Array.isArray(known) || known.includes(null)) return patching.patch;
  return growList(patching, "enum", [null]);
}

function addNewTypes({ node, patch }: Patching, types: readonly string[]): Patch {
  const before = typesOf(patch.update["type"] ?? node["type"]);
  const after = sumOfTypes(before, types);
  const grown = dropIntegerFormat({ node, patch }, after);
  const [only] = after;
  if (after.length === 1 && typeof node["type"] === "string" && !patch.removed.has("type")) {
    return merge(grown, { type: only ?? null });
  }
  return replace(grown, "type", after);
}

/** OpenAPI 3.0 knows one type and `nullable` beside it; several types are branches, and null belongs to the first. */
function addOldTypes({ node, patch }: Patching, types: readonly string[]): Patch | string {
  const all = sumOfTypes(findOldTypes(node, patch), types);
  const plain = all.filter(isNotNull);
  const written = typesOf(node["type"]);
  const wasNull = written.includes("null");
  const nullable: JsonObject = plain.length < all.length ? { nullable: true } : {};
  const { type: _type, nullable: _nullable, anyOf: _anyOf, ...rest } = patch.update;
  const base = dropIntegerFormat({ node, patch: { ...patch, update: rest } }, plain);
  const [first = "", ...others] = plain;
  if (others.length === 0) {
    const type = first === written.find(isNotNull) ? {} : { type: first };
    return merge(base, { ...type, ...(wasNull ? {} : nullable) });
  }
  if (Object.hasOwn(node, "anyOf"))
    return "several types beside `anyOf` cannot be said in OpenAPI 3.0";
  const branches = [{ type: first, ...nullable }, ...others.map((type) => ({ type }))];
  return merge(remove(base, wasNull ? ["type", "nullable"] : ["type"]), { anyOf: branches });
}

/** The types that the node allows by now, null among them. */
function findOldTypes(node: JsonObject, { update }: Patch): readonly string[] {
  const branches = branchesOf(update["anyOf"]) ?? [update];
  const isNull = branches.some((branch) => branch["nullable"] === true);
  const added = branches.flatMap((branch) => typesOf(branch["type"]));
  const kept = added.length === 0 ? typesOf(node["type"]) : added;
  const wasNull = typesOf(node["type"]).includes("null");
  return [...kept.filter(isNotNull), ...(isNull || wasNull ? ["null"] : [])];
}

function branchesOf(anyOf: JsonValue | undefined): readonly JsonObject[] | undefined {
  return Array.isArray(anyOf) ? anyOf.filter(isJsonObject) : undefined;
}

function isNotNull(type: string): boolean {
  return type !== "null";
}

/** Formats of integers speak of all numbers, those of 64 bits also of texts, which JSON needs for the greater ones. */
function dropIntegerFormat(
  { node, patch }: Pick<Patching, "node" | "patch">,
  types: readonly string[],
): Patch {
  const format = String(node["format"]);
  const isNew = (type: string): boolean =>
    types.includes(type) && !typesOf(node["type"]).includes(type);
  const isLost =
    (isNew("number") && /^u?int\d+$/.test(format)) || (isNew("string") && /^u?int64$/.test(format));
  return isLost ? remove(patch, ["format"]) : patch;
}

function sumOfTypes(before: readonly string[], added: readonly string[]): readonly string[] {
  const all = new Set([...before, ...added]);
  const known = [...all].flatMap((name) => instanceTypes.filter((type) => type === name));
  return widenNumbers(known);
}

function typesOf(type: JsonValue | undefined): readonly string[] {
  if (Array.isArray(type)) return type.map(String);
  return type === undefined ? [] : [String(type)];
}

function union(known: readonly JsonValue[], values: readonly JsonValue[]): readonly JsonValue[] {
  const texts = new Set(known.map((value) => JSON.stringify(value)));
  return [...known, ...values.filter((value) => !texts.has(JSON.stringify(value)))];
}
