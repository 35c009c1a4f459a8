import { type Draft, fillPath } from "./draft.ts";
import { encodePair, encodeText, isRecord, presentEntries, textOfScalar } from "./encode.ts";
import type { Parameter } from "./parameter.ts";

/**
 * Writes a value in OpenAPI's default style for its location: `form`, exploded, in a query; `simple` in
 * a path and in a header. Nothing for an empty array or object.
 */
export function writePlain({ name, in: place }: Parameter, value: unknown, draft: Draft): void {
  const isObject = isRecord(value);
  const members = presentEntries(isObject ? value : [value].flat());
  if (place === "query") {
    draft.query.push(...members.map(([key, item]) => encodePair(isObject ? key : name, item)));
    return;
  }
  const texts = members.flatMap((member) => member.slice(isObject ? 0 : 1)).map(textOfScalar);
  if (place === "path") {
    fillPath(draft, name, texts.map(encodeText).join(","));
  } else if (texts.length > 0) {
    draft.headers[name.toLowerCase()] = texts.join(",");
  }
}
