/**
 * Texts out of descriptions and responses as reports show them: on one line, in the code of
 * Markdown, in colour.
 */

/**
 * Control and format characters, and those that end a line: among them what commands a terminal or
 * turns the direction of writing; halves of surrogate pairs and the noncharacters that no XML file
 * may hold.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A text on one line, unable to command a terminal: what cannot be seen is spelt `\u{1b}`. */
export function plainText(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * A text as a code span of Markdown that it cannot leave: it formats, links, mentions and commands
 * nothing.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  const runs = plain.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = plain === "" || /^[` ]|[` ]$/.test(plain) ? " " : "";
  return `${fence}${padding}${plain}${padding}${fence}`;
}

/** Whether a report is coloured with ANSI escape sequences (ECMA-48). */
export type TerminalColor = "none" | "ansi";

const codes = { bold: 1, dim: 2, red: 31, yellow: 33, magenta: 35, cyan: 36 } as const;

/** Colours a text, or leaves it as it is. */
export type Paint = (text: string, ...styles: readonly (keyof typeof codes)[]) => string;

/** The way to paint texts. */
export function painter(color: TerminalColor): Paint {
  if (color === "none") return (text) => text;
  return (text, ...styles) => {
    const start = styles.map((style) => `\u001b[${codes[style]}m`).join("");
    return `${start}${text}\u001b[0m`;
  };
}
