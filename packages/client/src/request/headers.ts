import { mergeHeaders } from "openapi-fetch";
import type { Operation } from "../operation.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { isExploded, printInQuery } from "./style.ts";
import { givenParameters, type Input } from "./url.ts";

/** Headers as a caller gives them; null takes one away that a weaker source set. */
export type HeadersInput =
  | Headers
  | Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** All that sets headers, the weakest first. */
export interface HeaderSources {
  readonly defaults: HeadersInput;
  readonly client: HeadersInput;
  readonly parameters: HeadersInput;
  readonly authorization: HeadersInput;
  readonly call: HeadersInput;
  /** Encoded pairs, added to a `Cookie` header that one of the others sets. */
  readonly cookies: readonly string[];
}

/**
 * The headers of a request.
 *
 * @throws TypeError when a name or value may not stand in a header
 */
export function buildHeaders(sources: HeaderSources): Headers {
  const { defaults, client, parameters, authorization, call, cookies } = sources;
  const layers = [defaults, client, parameters, authorization, call].map(toLibraryHeaders);
  const headers = mergeHeaders(...layers);
  const written = headers.get("cookie");
  const all = [...(written === null ? [] : [written]), ...cookies];
  if (all.length > 0) {
    headers.set("cookie", all.join("; "));
  }
  return headers;
}

/** The header parameters of a call, each serialised in the style `simple`. */
export function headerParameters(operation: Operation, input: Input): HeadersInput {
  return Object.fromEntries(
    givenParameters(operation, "header", input).map(([parameter, value]) => {
      const text =
        parameter.mediaType === undefined
          ? simple(value, isExploded(parameter))
          : JSON.stringify(value);
      return [parameter.name, text];
    }),
  );
}

/** The cookie parameters of a call, as encoded pairs. */
export function cookieParameters(operation: Operation, input: Input): readonly string[] {
  return givenParameters(operation, "cookie", input).flatMap(([parameter, value]) =>
    printInQuery(parameter, value).map((pairs) => pairs.replaceAll("&", "; ")),
  );
}

function simple(value: unknown, explode: boolean): string {
  if (Array.isArray(value)) {
    return value.map(textOfScalar).join(",");
  }
  if (!isRecord(value)) {
    return textOfScalar(value);
  }
  return presentEntries(value)
    .map(([key, item]) => `${key}${explode ? "=" : ","}${textOfScalar(item)}`)
    .join(",");
}

/** The library's own type for headers is mutable. */
function toLibraryHeaders(
  headers: HeadersInput,
): Headers | Record<string, string | string[] | null> {
  if (headers instanceof Headers) {
    return headers;
  }
  const entries = Object.entries(headers).flatMap(
    ([name, value]): [string, string | string[] | null][] => {
      if (value === undefined) {
        return [];
      }
      return [[name, value === null ? null : Array.isArray(value) ? [...value] : String(value)]];
    },
  );
  return Object.fromEntries(entries);
}
