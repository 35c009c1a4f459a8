import type { Parts, PreparedBody } from "./body.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { writePart } from "./part.ts";

/**
 * `application/x-www-form-urlencoded`; nested members in brackets, `a[b]=c`, as the servers that read
 * forms understand them, unless the description says how a member is written.
 */
export function formBody(value: unknown, contentType: string, parts: Parts = {}): PreparedBody {
  const pairs = isRecord(value)
    ? presentEntries(value).flatMap(
        ([name, member]) => writePart(parts, name, member) ?? encode(flatten(member, name)),
      )
    : encode(flatten(value));
  return { body: pairs.join("&"), contentType };
}

function encode(pairs: readonly (readonly [string, string])[]): readonly string[] {
  return pairs.map(([name, text]) => new URLSearchParams([[name, text]]).toString());
}

function flatten(value: unknown, name = ""): readonly (readonly [string, string])[] {
  if (isRecord(value)) {
    return presentEntries(value).flatMap(([key, item]) =>
      flatten(item, name === "" ? key : `${name}[${key}]`),
    );
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      flatten(item, isRecord(item) ? `${name}[${index}]` : name),
    );
  }
  return [[name, textOfScalar(value)]];
}
