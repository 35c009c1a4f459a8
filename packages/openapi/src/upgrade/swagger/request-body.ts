import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { Resolved } from "../../build/resolve.ts";
import { findString } from "../../json/json-value.ts";
import { type Conversion, type Entry, fromEntries } from "./conversion.ts";
import { convertItems, findStyle } from "./parameter.ts";

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

/** An operation, as far as its body is concerned. */
export interface BodyParameters {
  /** All of it; those with `in: body` or `in: formData` describe the body. */
  readonly parameters: readonly Resolved[];
  /** The media types that the operation takes. */
  readonly consumes: readonly string[];
  /** Where the request body is put. */
  readonly target: string;
}

/** Whether a parameter describes the body, or a part of it. */
export function isBodyParameter({ value }: Resolved): boolean {
  const place = findString(value, "in");
  return place === "body" || place === "formData";
}

/**
 * The request body that `body` and `formData` parameters describe; undefined where there is none.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export function convertBody(body: BodyParameters, conversion: Conversion): JsonObject | undefined {
  const whole = body.parameters.findLast(({ value }) => findString(value, "in") === "body");
  const fields = body.parameters.filter(({ value }) => findString(value, "in") === "formData");
  if (whole === undefined) return convertForm(fields, body, conversion);
  for (const { pointer } of fields) {
    const why = "a request has a `body` or a form, and not both; it was passed over";
    conversion.report("swagger-lossy", { what: "`formData` parameter", why }, pointer);
  }
  return convertWhole(whole, body, conversion);
}

function convertWhole(
  { value, pointer }: Resolved,
  { consumes, target }: BodyParameters,
  { make, move, moves }: Conversion,
): JsonObject {
  const types = consumes.length === 0 ? ["application/json"] : consumes;
  const schema = findMember(value, "schema");
  const at = appendKey(pointer, "schema");
  const [first = ""] = types;
  if (!moves.has(at)) moves.set(at, appendKey(target, "content", first, "schema"));
  const content = types.map((type): Entry => {
    const copy = schema === undefined ? undefined : move(schema, at);
    return [type, make(value, pointer, [["schema", copy]])];
  });
  const kept = Object.entries(value).filter(
    ([key]) => key === "description" || key === "required" || key.startsWith("x-"),
  );
  return make(value, pointer, [...kept, ["content", fromEntries(content)]]);
}

function convertForm(
  fields: readonly Resolved[],
  { consumes }: BodyParameters,
  conversion: Conversion,
): JsonObject | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const required = fields.filter(({ value }) => findMember(value, "required") === true);
  const schema: readonly Entry[] = [
    ["type", "object"],
    [
      "properties",
      fromEntries(fields.map((field) => [nameOf(field), fieldSchema(field, conversion)])),
    ],
    ["required", required.length === 0 ? undefined : required.map(nameOf)],
  ];
  const encodings = fields.map((field): Entry => [nameOf(field), encodingOf(field, conversion)]);
  const isStyled = encodings.some(([, encoding]) => encoding !== undefined);
  const content = formTypes(fields, consumes).map(
    (type): Entry => [
      type,
      fromEntries([
        ["schema", fromEntries(schema)],
        ["encoding", isStyled ? fromEntries(encodings) : undefined],
      ]),
    ],
  );
  return conversion.make({}, first.pointer, [
    ["required", required.length > 0 ? true : undefined],
    ["content", fromEntries(content)],
  ]);
}

/** A file can only be sent as a part of its own. */
function formTypes(fields: readonly Resolved[], consumes: readonly string[]): readonly string[] {
  const hasFile = fields.some(({ value }) => findMember(value, "type") === "file");
  const known = consumes.filter((type) => {
    const [essence = ""] = type.toLowerCase().split(";", 1);
    return essence.trim() === multipart || (!hasFile && essence.trim() === urlencoded);
  });
  if (known.length > 0) return known;
  return [hasFile ? multipart : urlencoded];
}

function nameOf({ value }: Resolved): string {
  return findString(value, "name") ?? "";
}

function fieldSchema(field: Resolved, conversion: Conversion): JsonObject {
  const { value, pointer } = field;
  const kept = Object.entries(value).filter(
    ([key]) => key === "description" || (key.startsWith("x-") && key !== "x-nullable"),
  );
  const schema = convertItems(field, conversion);
  return conversion.make(value, pointer, [...Object.entries(schema), ...kept]);
}

function encodingOf(field: Resolved, conversion: Conversion): JsonObject | undefined {
  const style = findStyle(field, conversion);
  // Each item for itself is how forms are sent anyway
  return style.length === 0 || style.some(([, value]) => value === true)
    ? undefined
    : fromEntries(style);
}
