import { isIdentifier } from "../print/literal.ts";

const letters = /[\p{ID_Continue}$]+/gu;

/** `text` itself when it is an identifier, else one made of its parts: `foo-bar` is `FooBar`, `1st` is `_1st`; `""` when it has no letters. */
export function toIdentifier(text: string): string {
  if (isIdentifier(text)) {
    return text;
  }
  return leadWithLetter(toPascalCase(text));
}

/** The parts of `text`, each with a first capital: `application/rss+xml` is `ApplicationRssXml`. */
export function toPascalCase(text: string): string {
  return (text.match(letters) ?? []).map(capitalize).join("");
}

/** `text` with its first letter in upper case. */
export function capitalize(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function leadWithLetter(text: string): string {
  return text === "" || isIdentifier(text) ? text : `_${text}`;
}
