import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { MediaType } from "@truespec/openapi";
import { parseJson } from "../read/json-text.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import type { BodyReader, Nodes } from "./body-walk.ts";
import { chooseReading, decodeParameter } from "./decode-parameter.ts";
import { findInPairs } from "./raw-parameter.ts";

/** A field of a form as it was sent. */
export interface FormField {
  readonly name: string;
  /** Not decoded yet. */
  readonly value: string;
  /** Where the field tells its own. */
  readonly mediaType?: string | undefined;
}

/** A form as it was sent: its fields in order, and how their texts are decoded. */
export interface Form {
  readonly fields: readonly FormField[];
  readonly decode: (text: string) => string;
}

/**
 * The object that a form means: each field is read as its schema asks for, since all is text on the wire. What stands in
 * brackets behind a documented name is below it.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-object
 */
export function readForm(reader: BodyReader, media: MediaType, form: Form): JsonObject {
  const rough = form.fields.map(({ name, value }) => [name, value] as const);
  const start = media.schemaPointer === undefined ? [] : reader.start(media.schemaPointer);
  const nodes = reader.applicable(start, Object.fromEntries(rough));
  const names = form.fields.map(({ name }) => {
    const plain = name.replace(/\[.*$/s, "");
    const isKnown = reader.property(nodes, name).length > 0;
    return !isKnown && reader.property(nodes, plain).length > 0 ? plain : name;
  });
  const members = [...new Set(names)].flatMap((name) => {
    const value = readField({ reader, nodes: reader.property(nodes, name), media, form }, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(members);
}

interface Source {
  readonly reader: BodyReader;
  readonly nodes: Nodes;
  readonly media: MediaType;
  readonly form: Form;
}

function readField({ reader, nodes, media, form }: Source, name: string): JsonValue | undefined {
  const stated = media.encodings.find(({ part }) => part.kind === "named" && part.name === name);
  const own = form.fields.filter((field) => field.name === name);
  const isWhole = stated?.style === undefined || own.every(({ mediaType }) => mediaType);
  const values = isWhole ? parseAll(own, form.decode) : undefined;
  if (values !== undefined) {
    return chooseReading(reader, nodes, values.length === 1 ? [...values, values] : [values]);
  }
  const isNested = own.length === 0;
  const { style = isNested ? "deepObject" : "form", explode = true } = stated ?? {};
  const raw = findInPairs({ name, style }, form.fields, form.decode);
  const parameter = { name, in: "query", style, explode, mediaType: undefined } as const;
  const value = raw && decodeParameter(reader, nodes, { parameter, raw });
  // A field that was left empty has no value, unless that may be a text.
  const isText = reader.errors(reader.applicable(nodes, ""), "").length === 0;
  return value ?? (isText ? "" : undefined);
}

/** The values of fields that are all JSON by their media type, or look so; undefined where they are not. */
function parseAll(
  fields: readonly FormField[],
  decode: Form["decode"],
): readonly JsonValue[] | undefined {
  const parsed = fields.map(({ value, mediaType }) => {
    const text = decode(value);
    const mayBeJson = isJsonMediaType(mediaType) || (mediaType === undefined && /^[[{]/.test(text));
    return mayBeJson ? parseJson(text) : undefined;
  });
  const values = parsed.flatMap((one) => (one?.kind === "value" ? [one.value] : []));
  return values.length > 0 && values.length === fields.length ? values : undefined;
}
