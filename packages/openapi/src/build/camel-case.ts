/** Any text as a camel-case identifier; undefined when it holds no letter or digit. */
export function camelCase(text: string): string | undefined {
  const words = text
    .normalize("NFC")
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const joined = words
    .map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word)))
    .join("");
  return /^\p{Nd}/u.test(joined) ? `_${joined}` : joined;
}

/** `URLList` is `urlList`, `GetModels` is `getModels`, `ID` is `id`. */
function lowerFirst(word: string): string {
  return word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+(?!\p{Ll})|^\p{Lu}/u, (start) =>
    start.toLowerCase(),
  );
}

function upperFirst(word: string): string {
  return word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
