import type { Parts, PreparedBody } from "./body.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { writePart } from "./part.ts";

/**
 * `application/x-www-form-urlencoded`: a pair for each member, one for each item of an array, objects as JSON,
 * unless the description says how a member is written. A text is such a form already.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type
 */
export function formBody(value: unknown, contentType: string, parts: Parts = {}): PreparedBody {
  if (!isRecord(value)) {
    return { body: textOfScalar(value), contentType };
  }
  const pairs = presentEntries(value).flatMap(
    ([name, member]) => writePart(parts, name, member) ?? [member].flat().map(pairWith(name)),
  );
  return { body: pairs.join("&"), contentType };
}

function pairWith(name: string): (item: unknown) => string {
  return (item) => new URLSearchParams([[name, textOfScalar(item)]]).toString();
}
