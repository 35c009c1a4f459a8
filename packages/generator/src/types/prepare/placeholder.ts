/**
 * openapi-typescript decodes each step of a path as a URI fragment and splits at `#`: a property named
 * `100%` stops it. While it works, such characters are private-use ones.
 */
const placeholders: ReadonlyMap<string, string> = new Map([
  ["%", "\uE025"],
  ["#", "\uE023"],
]);

/** `key` with the characters that openapi-typescript cannot take replaced. */
export function hideSpecials(key: string): string {
  return !key.includes("%") && !key.includes("#")
    ? key
    : key.replace(/[%#]/g, (special) => placeholders.get(special) ?? special);
}

/** The opposite for printed text of any length, where the placeholder stands as itself or as an escape. */
export function restoreSpecials(text: string): string {
  const isHidden = ["\uE025", "\uE023", "\\uE02"].some((start) => text.includes(start));
  return !isHidden
    ? text
    : text.replace(/(?:\uE025|\\uE025)|(?:\uE023|\\uE023)/gi, (hidden) =>
        hidden.endsWith("5") || hidden === "\uE025" ? "%" : "#",
      );
}
