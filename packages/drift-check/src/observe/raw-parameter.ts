import type { Parameter } from "@truespec/openapi";
import type { Exchange } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { decodeLoosely, redacted } from "../read/secrets.ts";
import { type Field, keysInBrackets } from "./nest-fields.ts";
import { queryPairs } from "./query.ts";

/**
 * A parameter as it came over the wire: its texts in order, not split yet, and the fields that `deepObject` wrote.
 *
 * - `absent`: the request does not have it
 * - `unknown`: nobody can tell: dropped by the reader, or not part of what was recorded
 */
export type RawParameter =
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" }
  | PresentParameter;

/** A parameter that the request has. */
export interface PresentParameter {
  readonly kind: "present";
  readonly texts: readonly string[];
  readonly fields: readonly Field[];
  readonly decode: (text: string) => string;
}

const absent: RawParameter = { kind: "absent" };
const unknown: RawParameter = { kind: "unknown" };
const asIs = (text: string): string => text;

/** Finds a parameter in a request. Cookies are never recorded, and requests without any header were recorded without them. */
export function findRawParameter(
  parameter: Parameter,
  { request }: Exchange,
  pathParameters: ReadonlyMap<string, string>,
): RawParameter {
  switch (parameter.in) {
    case "path": {
      // A path that matches has all that it names; what a description names in a fragment is not sent.
      const text = pathParameters.get(parameter.name);
      return text === undefined ? unknown : rawText(text);
    }
    case "query":
      return findInQuery(parameter, request.url);
    case "header":
      return request.headers.length === 0
        ? unknown
        : rawText(findHeader(request.headers, parameter.name.toLowerCase()));
    default:
      return unknown;
  }
}

function findInQuery(parameter: Parameter, url: string): RawParameter {
  const found = findInPairs(parameter, queryPairs(url), decodeLoosely);
  if (found === undefined) return absent;
  const texts = [...found.texts, ...found.fields.map(([, text]) => text)];
  return texts.includes(redacted) ? unknown : found;
}

/** What pairs of a query or a form hold of a name; undefined where they hold nothing. */
export function findInPairs(
  { name, style }: Pick<Parameter, "name" | "style">,
  pairs: readonly { readonly name: string; readonly value: string }[],
  decode: (text: string) => string,
): PresentParameter | undefined {
  const plain = name.replace(/\[\]$/, "");
  const own = pairs.filter((pair) => pair.name === name || pair.name === `${plain}[]`);
  const texts = own.map(({ value }) => value);
  const others = style === "deepObject" ? pairs.filter((pair) => !own.includes(pair)) : [];
  const fields = others.flatMap((pair): Field[] => {
    const keys = keysInBrackets(pair.name, plain);
    return keys.length === 0 ? [] : [[keys, decode(pair.value)]];
  });
  return texts.length + fields.length === 0
    ? undefined
    : { kind: "present", texts, fields, decode };
}

/** A value that came whole. */
export function rawText(text: string | undefined): RawParameter {
  if (text === undefined) return absent;
  return text === redacted ? unknown : { kind: "present", texts: [text], fields: [], decode: asIs };
}
