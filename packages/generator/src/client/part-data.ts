import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Encoding } from "@truespec/openapi";
import { follow } from "../follow.ts";
import { type BodyKind, findNestedType, isJson } from "../media-type.ts";
import { asObject, items, members, own } from "../types/prepare/pointer.ts";
import { type Code, data, type Member, object, runtime } from "./code.ts";

/** What is made of parts: a body, or a part of one. */
export interface Composite {
  readonly document: JsonObject;
  readonly mediaType: string;
  readonly encodings: readonly Encoding[];
  readonly schema: JsonObject | undefined;
}

type PartsKind = Extract<BodyKind, "form" | "multipart" | "mixed">;

/**
 * How the parts are written, by name or by position; of those with a position, one that says nothing would
 * take it from `items`. What has parts itself is for `nestedData` to say.
 */
export function partsData(
  composite: Composite,
  kind: PartsKind,
  nestedData: (composite: Composite) => Code,
): readonly Member[] {
  return listParts(composite, kind).flatMap((part): readonly Member[] => {
    const styled = styleData(part.encoding, kind);
    const written = styled ?? partData(composite.document, part, { kind, nestedData });
    const isPlaced = /^\d+$/.test(part.key) && part.name === undefined;
    const said = written ?? (isPlaced ? object([]) : undefined);
    return said === undefined ? [] : [[part.key, said]];
  });
}

/** One part, or all that have no place of their own. */
interface Part {
  readonly key: string;
  readonly name?: string;
  readonly encoding: Encoding | undefined;
  readonly schema: JsonObject | undefined;
}

/** Those that are encoded as something says, and those whose texts hold bytes. */
function listParts(composite: Composite, kind: PartsKind): readonly Part[] {
  const { document, encodings, schema } = composite;
  const described = members(schema && own(schema, "properties"));
  const named = encodings.flatMap(({ part }) => (part.kind === "named" ? [part.name] : []));
  const others = described.flatMap(([name, value]) =>
    kind === "mixed" && !named.includes(name) && holdsBytes(findItem(document, value))
      ? [name]
      : [],
  );
  const byName = [...named, ...others].map((name): Part => {
    const encoding = encodings.find(({ part }) => part.kind === "named" && part.name === name);
    const value = described.find(([key]) => key === name)?.[1];
    return { key: name, name, encoding, schema: findItem(document, value) };
  });
  return kind === "form" ? byName : [...byName, ...listPlaced(composite)];
}

function listPlaced({ document, encodings, schema }: Composite): readonly Part[] {
  const first = items(schema && own(schema, "prefixItems")).map((one) => resolve(document, one));
  const rest = resolve(document, schema && own(schema, "items"));
  const itemEncoding = encodings.find(({ part }) => part.kind === "items");
  const prefix = encodings.flatMap((encoding) =>
    encoding.part.kind === "prefix" ? [{ index: encoding.part.index, encoding }] : [],
  );
  // What the schema of an item says is not said of those before it.
  const isEncoded = [...first, rest].some(holdsBytes);
  const count = isEncoded ? first.length : 0;
  const unencoded = Array.from({ length: count }, (_, index) => ({
    index,
    encoding: itemEncoding,
  }));
  const missing = unencoded.filter(({ index }) => !prefix.some((one) => one.index === index));
  const placed = [...prefix, ...missing].map(
    ({ index, encoding }): Part => ({ key: String(index), encoding, schema: first[index] ?? rest }),
  );
  return itemEncoding === undefined && !holdsBytes(rest)
    ? placed
    : [...placed, { key: "items", encoding: itemEncoding, schema: rest }];
}

function resolve(document: JsonObject, value: JsonValue | undefined): JsonObject | undefined {
  return follow(document, asObject(value));
}

/** What a member describes, each item of which is a part where it is an array. */
function findItem(document: JsonObject, value: JsonValue | undefined): JsonObject | undefined {
  const schema = resolve(document, value);
  const item = schema && own(schema, "items");
  return item === undefined ? schema : resolve(document, item);
}

function holdsBytes(schema: JsonObject | undefined): boolean {
  return findTransferEncoding(schema) !== undefined;
}

/** Those of RFC 2045 that make a text of bytes (section 6.1); what else JSON Schema knows, mail does not. */
function findTransferEncoding(schema: JsonObject | undefined): string | undefined {
  const encoding = schema && own(schema, "contentEncoding");
  const name = typeof encoding === "string" ? encoding.toLowerCase() : "";
  return name === "base64" || name === "quoted-printable" ? name : undefined;
}

/** In forms a style goes before a media type, elsewhere it says nothing (OpenAPI, Encoding Object). */
function styleData(encoding: Encoding | undefined, kind: PartsKind): Code | undefined {
  if (encoding?.style === undefined || kind === "mixed") {
    return undefined;
  }
  const { style, explode, allowReserved } = encoding;
  return object([
    ["write", runtime(style === "deepObject" ? "deepObject" : "styledQuery")],
    ["style", style === "form" ? undefined : data(style)],
    ["explode", explode === (style === "form") ? undefined : data(explode ?? false)],
    // Nothing is percent-encoded in a part.
    ["allowReserved", allowReserved && kind === "form" ? data(true) : undefined],
  ]);
}

/** The parts of a query string that is a form: see {@link partsData}. */
export function queryParts(composite: Composite): Code | undefined {
  const parts = partsData(composite, "form", () => object([]));
  return parts.length === 0 ? undefined : object(parts);
}

interface PartRules {
  readonly kind: PartsKind;
  readonly nestedData: (composite: Composite) => Code;
}

/** How one part is written. In a form of pairs only JSON is another thing than text. */
function partData(
  document: JsonObject,
  { encoding, schema }: Part,
  { kind, nestedData }: PartRules,
): Code | undefined {
  const contentType = encoding?.contentType;
  if (kind === "form") {
    const isDocument = contentType !== undefined && isJson(contentType);
    return isDocument ? object([["write", runtime("jsonParameter")]]) : undefined;
  }
  const mediaType = findNestedType(contentType);
  if (encoding !== undefined && mediaType !== undefined) {
    const { encodings } = encoding;
    return object([
      ["contentType", data(mediaType)],
      ["part", runtime("nestedPart")],
      ["content", nestedData({ document, mediaType, encodings, schema })],
    ]);
  }
  const transferEncoding = isEncodedIn(kind, encoding) ? findTransferEncoding(schema) : undefined;
  return contentType === undefined && transferEncoding === undefined
    ? undefined
    : object([
        ["contentType", contentType === undefined ? undefined : data(contentType)],
        ["part", transferEncoding === undefined ? undefined : runtime("encodedPart")],
        ["transferEncoding", transferEncoding === undefined ? undefined : data(transferEncoding)],
      ]);
}

/**
 * Whether the part says how its text holds bytes. To OpenAPI `contentEncoding` is that header, which no part
 * of a form should have (RFC 7578, section 4.7): there it has it only where the description lists it.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#content-transfer-encoding-and-contentencoding
 */
function isEncodedIn(kind: PartsKind, encoding: Encoding | undefined): boolean {
  const name = "content-transfer-encoding";
  return kind === "mixed" || encoding?.headers.some((one) => one.toLowerCase() === name) === true;
}
