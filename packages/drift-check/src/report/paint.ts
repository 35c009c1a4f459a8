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
