import type { Parts, PreparedBody } from "./body.ts";
import type { Draft } from "./draft.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import type { StyledParameter } from "./parameter.ts";
import { writePart } from "./part.ts";

/**
 * `application/x-www-form-urlencoded`: a pair for each member, one for each item of an array, objects as JSON,
 * unless the description says how a member is written. A text is such a form already.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type
 */
export function formBody(value: unknown, contentType: string, parts: Parts = {}): PreparedBody {
  return { body: printPairs(value, parts), contentType };
}

/**
 * A parameter that is the whole query string, written as such a form (OpenAPI 3.2).
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
 */
export function formQuery({ parts = {} }: StyledParameter, value: unknown, draft: Draft): void {
  const pairs = printPairs(value, parts);
  if (pairs !== "") {
    draft.query.push(pairs);
  }
}

function printPairs(value: unknown, parts: Parts): string {
  if (!isRecord(value)) {
    return textOfScalar(value);
  }
  const pairs = presentEntries(value).flatMap(
    ([name, member]) => writePart(parts, name, member) ?? [member].flat().map(pairWith(name)),
  );
  return pairs.join("&");
}

function pairWith(name: string): (item: unknown) => string {
  return (item) => new URLSearchParams([[name, textOfScalar(item)]]).toString();
}
