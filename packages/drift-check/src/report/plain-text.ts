/**
 * Control and format characters, and those that end a line: among them what commands a terminal or turns the direction
 * of writing; halves of surrogate pairs and the noncharacters that no XML file may hold.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A text out of a description or a response on one line, unable to command a terminal: what cannot be seen is spelt `\u{1b}`. */
export function plainText(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
