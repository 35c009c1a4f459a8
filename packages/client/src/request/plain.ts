import { type Draft, fillPath } from "./draft.ts";
import { encodePair, encodeText, isRecord, presentEntries, textOfScalar } from "./encode.ts";
import type { Parameter } from "./parameter.ts";

/**
 * Writes a value in OpenAPI's default style for its location: `form`, exploded, in a query; `simple` in
 * a path and in a header.
 */
export function writePlain({ name, in: place }: Parameter, value: unknown, draft: Draft): void {
  if (place === "query") {
    draft.query.push(...membersOf(name, value).map(([key, item]) => encodePair(key, item)));
    return;
  }
  const items = isRecord(value) ? presentEntries(value).flat() : [value].flat();
  const texts = items.map(textOfScalar);
  if (place === "path") {
    fillPath(draft, name, texts.map(encodeText).join(","));
  } else {
    draft.headers[name.toLowerCase()] = texts.join(",");
  }
}

function membersOf(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? presentEntries(value) : [value].flat().map((item) => [name, item]);
}
