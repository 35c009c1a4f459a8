/**
 * Names that are decided when a module is complete. Until then a mark stands for each: which
 * functions count depth, and which are the same, is known last.
 */

/** What a mark becomes; each belongs to a definition. */
export type Mark =
  /** the name of the function that answers yes or no */
  | { readonly kind: "is" }
  /** the name of the table that lists errors */
  | { readonly kind: "table" }
  /** the function that is called for an answer to remember: the definition's own, or `once` */
  | { readonly kind: "ask" }
  /** its first argument: none, or the definition's own function */
  | { readonly kind: "asked" }
  /** the same as a function, for a table: its `is`, with a comma */
  | { readonly kind: "asking" }
  /** the further arguments of a call, so many references down */
  | { readonly kind: "arguments"; readonly references: number }
  /** the same for a table that is as soon walked as asked, and so only asked where it recurs */
  | { readonly kind: "walking" }
  /** the further parameters of the definition's function */
  | { readonly kind: "parameters" }
  /** the statement that ends what goes too deep */
  | { readonly kind: "guard" };

// Control characters, of which a literal of a schema's text holds none unescaped. They are of Latin-1: a
// text with any other character takes engines twice the memory.
const [opening, closing] = ["\u0091", "\u0092"];
const pattern = new RegExp(
  `${opening}(?!(?:is|table)[0-9])([a-z]+)([0-9]+)(?:,([0-9]+))?${closing}`,
  "g",
);

/** The text of a mark. */
export function printMark(id: number, mark: Mark): string {
  const count = mark.kind === "arguments" ? `,${mark.references}` : "";
  return `${opening}${mark.kind}${id}${count}${closing}`;
}

/** The mark of a name: of a definition's function, or of its table. */
export function printName(unit: string): string {
  return `${opening}${unit}${closing}`;
}

/** Is there a mark in the text? */
export function hasMarks(text: string): boolean {
  return text.includes(opening);
}

/** A text with every mark replaced but those of names. */
export function replaceMarks(
  text: string,
  replace: (kind: string, id: number, count: number) => string,
): string {
  return text.replace(pattern, (_, kind: string, id: string, count: string | undefined) =>
    replace(kind, Number(id), Number(count ?? 0)),
  );
}

/** A text with nothing but names left open: what stands between them, and the names' marks. */
export interface Skeleton {
  readonly pieces: readonly string[];
  readonly names: readonly string[];
}

const named = new RegExp(`${opening}((?:is|table)[0-9]+)${closing}`);

/** Takes a text apart at the marks of its names. */
export function splitAtNames(text: string): Skeleton {
  if (!hasMarks(text)) return { pieces: [text], names: [] };
  const pieces: string[] = [];
  const names: string[] = [];
  for (const [index, part] of text.split(named).entries()) {
    (index % 2 === 0 ? pieces : names).push(part);
  }
  return { pieces, names };
}
