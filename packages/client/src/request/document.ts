import { addCookie, type Draft, fillPath } from "./draft.ts";
import { encodePair, encodeText, isRecord, presentEntries } from "./encode.ts";
import type { StyledParameter } from "./parameter.ts";

/** A parameter that travels as a JSON document, in any location. */
export function jsonParameter(
  { name, in: place }: StyledParameter,
  value: unknown,
  draft: Draft,
): void {
  const text = JSON.stringify(value);
  if (place === "path") {
    fillPath(draft, name, encodeText(text));
  } else if (place === "header") {
    draft.headers[name.toLowerCase()] = text;
  } else if (place === "cookie") {
    addCookie(draft, encodePair(name, text));
  } else {
    draft.query.push(encodePair(name, text));
  }
}

/** A parameter that is the whole query string (OpenAPI 3.2): a form, a text as it is, or JSON. */
export function wholeQuery({ mediaType }: StyledParameter, value: unknown, draft: Draft): void {
  if (mediaType === "application/x-www-form-urlencoded" && isRecord(value)) {
    draft.query.push(...presentEntries(value).map(([key, item]) => encodePair(key, item)));
  } else if (value !== "") {
    draft.query.push(typeof value === "string" ? value : encodeText(JSON.stringify(value)));
  }
}
