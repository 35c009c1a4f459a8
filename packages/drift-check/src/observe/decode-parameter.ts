import { isJsonArray, type JsonValue } from "@truespec/json-schema/json";
import type { Parameter } from "@truespec/openapi";
import { parseJson } from "../read/json-text.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import type { BodyReader, Nodes } from "./body-walk.ts";
import { type Field, nestFields } from "./nest-fields.ts";
import type { PresentParameter } from "./raw-parameter.ts";
import { hasTypeFault } from "./value-kind.ts";

/** What of a parameter says how its value is written. */
type Written = Pick<Parameter, "name" | "in" | "style" | "explode" | "mediaType">;

const separators: { readonly [style: string]: string | undefined } = {
  spaceDelimited: " ",
  pipeDelimited: "|",
};

/**
 * The value that a parameter means: of all readings that its style allows, the first that its schema accepts, else one
 * whose type at least is right, else the plain text. Everything on the wire is text, so only the schema can tell `5` from
 * `"5"`. Undefined where nothing was given (`?limit=`).
 *
 * See https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function decodeParameter(
  reader: BodyReader,
  nodes: Nodes,
  { parameter, raw }: { readonly parameter: Written; readonly raw: PresentParameter },
): JsonValue | undefined {
  const [text] = raw.texts;
  if (raw.texts.every((one) => one === "") && raw.fields.length === 0) return undefined;
  if (parameter.mediaType !== undefined && text !== undefined) {
    const decoded = raw.decode(text);
    const parsed = isJsonMediaType(parameter.mediaType) ? parseJson(decoded) : undefined;
    return parsed?.kind === "value"
      ? parsed.value
      : chooseReading(reader, nodes, primitives(decoded));
  }
  const readings: JsonValue[] = [
    ...(raw.texts.length === 1 && text !== undefined
      ? primitives(plainText(text, parameter, raw))
      : []),
    ...listsOf(parameter, raw),
    ...objectsOf(parameter, raw),
  ];
  return chooseReading(reader, nodes, readings);
}

/**
 * Reads a value inside of a list or an object as its schema asks for. A text is a primitive, or JSON, for how an object
 * travels in there no style says.
 */
function readInner(reader: BodyReader, nodes: Nodes, value: JsonValue): JsonValue {
  if (typeof value !== "string") return chooseReading(reader, nodes, [value]) ?? value;
  const parsed = /^[[{]/.test(value) ? parseJson(value) : undefined;
  const nested = parsed?.kind === "value" ? [parsed.value] : [];
  return chooseReading(reader, nodes, [...primitives(value), ...nested]) ?? value;
}

function primitives(text: string): JsonValue[] {
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) && text.length < 100;
  const isBoolean = text === "true" || text === "false";
  return [text, ...(isNumber ? [Number(text)] : []), ...(isBoolean ? [text === "true"] : [])];
}

/** Of some readings the one that fits best. What is inside a list or an object is read by its own schema before the whole is judged. */
export function chooseReading(
  reader: BodyReader,
  nodes: Nodes,
  readings: readonly JsonValue[],
): JsonValue | undefined {
  let best: { readonly value: JsonValue; readonly rank: number } | undefined;
  for (const reading of readings) {
    const value = readInside(reader, reader.applicable(nodes, reading), reading);
    const errors = reader.errors(reader.applicable(nodes, value), value);
    const rank = errors.length === 0 ? 0 : hasTypeFault(errors) ? 2 : 1;
    if (best === undefined || rank < best.rank) best = { value, rank };
  }
  return best?.value;
}

function readInside(reader: BodyReader, applicable: Nodes, reading: JsonValue): JsonValue {
  if (isJsonArray(reading)) {
    return reading.map((item, index) => readInner(reader, reader.item(applicable, index), item));
  }
  if (typeof reading !== "object" || reading === null) return reading;
  const fields = Object.entries(reading).map(([name, field]): [string, JsonValue] => [
    name,
    readInner(reader, reader.property(applicable, name), field),
  ]);
  return Object.fromEntries(fields);
}

function listsOf(parameter: Written, raw: PresentParameter): JsonValue[] {
  const [text] = raw.texts;
  if (text === undefined) return [];
  if (parameter.in === "query" && parameter.explode) return [raw.texts.map(raw.decode)];
  const pieces = splitText(text, parameter, raw);
  return [parameter.style === "matrix" && parameter.explode ? pieces.map(textOf) : pieces];
}

/** `deepObject`, or names and values in turn, or pairs where a style without a query is exploded. */
function objectsOf(parameter: Written, raw: PresentParameter): JsonValue[] {
  if (raw.fields.length > 0) return nestedOf(parameter, raw.fields);
  const [text] = raw.texts;
  if (text === undefined || parameter.style === "deepObject") return [];
  const pieces = splitText(text, parameter, raw);
  if (parameter.explode && parameter.in !== "query") {
    return [Object.fromEntries(pieces.map((piece) => splitPair(piece)))];
  }
  if (pieces.length % 2 !== 0) return [];
  const pairs = pieces.flatMap((name, index) =>
    index % 2 === 0 ? [[name, pieces[index + 1] ?? ""] as const] : [],
  );
  return [Object.fromEntries(pairs)];
}

/** Brackets behind a name of its own brackets may be its name's, or name an item each. */
function nestedOf({ name }: Written, fields: readonly Field[]): JsonValue[] {
  const inner = fields.map(([[, ...keys], text]): Field => [keys, text]);
  const isOwn = name.endsWith("[]") && fields.every(([[key]]) => key === "");
  return [...(isOwn ? [nestFields(inner)] : []), nestFields(fields)];
}

function textOf(piece: string): string {
  return splitPair(piece)[1];
}

function splitPair(piece: string): readonly [string, string] {
  const at = piece.indexOf("=");
  return at < 0 ? [piece, ""] : [piece.slice(0, at), piece.slice(at + 1)];
}

/** What is exploded by `matrix` keeps its names. The separator is split at before anything is decoded; blanks and bars are sent encoded all the same. */
function splitText(text: string, parameter: Written, raw: PresentParameter): string[] {
  const { style } = parameter;
  const special = separators[style];
  if (special !== undefined) return raw.decode(text).split(special);
  if (style === "label" && parameter.explode) return text.replace(/^\./, "").split(".");
  if (style === "matrix" && parameter.explode) return text.split(";").filter(Boolean);
  const pieces = plainText(text, parameter, { ...raw, decode: (one) => one }).split(",");
  return pieces.map((piece) => raw.decode(parameter.in === "header" ? piece.trim() : piece));
}

/** Without the prefix that `label` and `matrix` put before a value. */
function plainText(
  text: string,
  { style, name }: Written,
  { decode }: Pick<PresentParameter, "decode">,
): string {
  if (style === "label") return decode(text.replace(/^\./, ""));
  if (style === "matrix")
    return decode(text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : text);
  return decode(text);
}
