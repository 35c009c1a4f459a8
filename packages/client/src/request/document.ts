import { addCookie, type Draft, fillPath } from "./draft.ts";
import { encodePair, encodeText, textOfScalar } from "./encode.ts";
import type { StyledParameter } from "./parameter.ts";

/** A parameter that travels as a JSON document, in any location; it may be the whole query string. */
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
    draft.query.push(place === "query" ? encodePair(name, text) : encodeText(text));
  }
}

/**
 * A parameter that is the whole query string (OpenAPI 3.2), and a text: encoded as one value. A form goes
 * by `formQuery`.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
 */
export function wholeQuery(_: StyledParameter, value: unknown, draft: Draft): void {
  if (value !== "") {
    draft.query.push(encodeText(textOfScalar(value)));
  }
}
