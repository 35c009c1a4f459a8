import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import type { Report } from "../diagnostics/diagnose.ts";
import { findNearNames } from "../diagnostics/near-names.ts";
import { grammar } from "../grammar/grammar.ts";
import type { NodeType, PlainType } from "../grammar/node-type.ts";
import { type TypedPlace, visitDocument } from "../grammar/tree.ts";
import { findString, typeName } from "../json/json-value.ts";
import { type Place, pointerOf, step } from "../pointer/place.ts";
import { countSiblings, listSiblings } from "./siblings.ts";
import { findValueFaults } from "./values.ts";

const containers = ["paths", "webhooks", "components"];

/**
 * Reports where a document is not built as OpenAPI says: values of the wrong type, required fields
 * that are missing, fields that no version knows, values that contradict each other. What a schema's keywords hold is
 * not looked at, `$ref` excepted. Answers the document's hidden places, for it visits them too.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema
 */
export function checkStructure(document: JsonObject, report: Report): readonly TypedPlace[] {
  if (!containers.some((key) => Object.hasOwn(document, key))) {
    report("no-containers", { expected: "`paths`, `webhooks` or `components`" }, "");
  }
  const siblings = countSiblings("others");
  const hidden = visitDocument(document, (value, type, place) => {
    checkNode(value, type, place, report);
    if (type.shape === "one" && type.kind !== "schema" && isJsonObject(value)) {
      if (isReference(value, type)) {
        for (const name of listSiblings(value)) siblings.add(name, place);
      }
      for (const { below, ...params } of findValueFaults(value, type.kind, document)) {
        report("bad-value", params, `${pointerOf(place)}${below}`);
      }
    }
  });
  siblings.tell(report);
  return hidden;
}

/** A path item is none: what it says beside its `$ref` counts. */
function isReference(value: JsonObject, { kind }: NodeType): boolean {
  const isShared = grammar[kind].section !== undefined && kind !== "pathItem";
  return isShared && findString(value, "$ref") !== undefined;
}

function checkNode(value: JsonValue, type: NodeType, place: Place, report: Report): void {
  // A tuple of older JSON Schema; the upgrade takes care of it
  if (type.kind === "schema" && place?.key === "items" && isJsonArray(value)) return;
  // Swagger 2.0 wrote a string; the upgrade reads it
  if (type.kind === "discriminator" && typeof value === "string") return;
  const isSound = type.shape === "list" ? isJsonArray(value) : isJsonObject(value);
  const isSchema = type.kind === "schema" && type.shape === "one" && typeof value === "boolean";
  if (!isSound && !isSchema) {
    const what = `\`${place?.key ?? "The root"}\``;
    const params = { what, expected: expectedShape(type), got: typeName(value) };
    report("wrong-type", params, pointerOf(place));
  } else if (isJsonObject(value) && type.shape === "one") {
    if (type.kind === "schema") checkSchemaRef(value, place, report);
    else if (findString(value, "$ref") === undefined) checkFields(value, type, place, report);
  }
}

function checkSchemaRef(schema: JsonObject, place: Place, report: Report): void {
  if (!Object.hasOwn(schema, "$ref")) return;
  checkPlain(schema["$ref"], "string", { place, field: "$ref" }, report);
}

/** The words for a type, with their article: "a list, each item a Server Object". */
export function expectedShape({ kind, shape }: NodeType): string {
  const { title } = grammar[kind];
  if (shape === "one") return title;
  return shape === "list" ? `a list, each item ${title}` : `a map, each value ${title}`;
}

function checkFields(value: JsonObject, { kind }: NodeType, place: Place, report: Report): void {
  const { title, fields, required, patterned } = grammar[kind];
  for (const field of required) {
    if (!Object.hasOwn(value, field))
      report("missing-field", { what: whatIs(title), field }, pointerOf(place));
  }
  for (const field of Object.keys(value)) {
    const type = fields.get(field);
    if (typeof type === "string") checkPlain(value[field], type, { place, field }, report);
    else if (type === undefined && !field.startsWith("x-") && !patterned?.names.test(field)) {
      const near = findNearNames(field, fields.keys()).filter(
        (name) => !Object.hasOwn(value, name),
      );
      report("unknown-field", { what: whatIs(title), field, near }, pointerOf(step(place, field)));
    }
  }
}

function whatIs(title: string): string {
  return title.replace(/^an? /, "The ");
}

const plain: {
  readonly [T in PlainType]: {
    readonly expected: string;
    readonly isSound: (value: JsonValue) => boolean;
  };
} = {
  any: { expected: "any value", isSound: () => true },
  boolean: { expected: "true or false", isSound: (value) => typeof value === "boolean" },
  list: { expected: "a list", isSound: isJsonArray },
  map: { expected: "an object", isSound: isJsonObject },
  strings: {
    expected: "a list of strings",
    isSound: (value) => isJsonArray(value) && value.every((item) => typeof item === "string"),
  },
  string: { expected: "a string", isSound: (value) => typeof value === "string" },
  // YAML makes numbers of versions and dates that nobody quoted
  version: { expected: "a string", isSound: (value) => typeof value === "string" },
  text: {
    expected: "a string",
    isSound: (value) => typeof value === "string" || typeof value === "number",
  },
};

function checkPlain(
  value: JsonValue | undefined,
  type: PlainType,
  { place, field }: { readonly place: Place; readonly field: string },
  report: Report,
): void {
  const { expected, isSound } = plain[type];
  if (value === undefined || isSound(value)) return;
  const isRead = type === "version" && typeof value === "number";
  const params = { what: `\`${field}\``, expected, got: typeName(value), isRead };
  report("wrong-type", params, pointerOf(step(place, field)));
}
