/**
 * A regular expression as an automaton without empty steps (Glushkov's construction): its positions
 * are the characters and classes as they stand in the pattern.
 */

/**
 * - `atoms`: the source of each position; `^` and `$` are the start and the end of the text
 * - `first`: the positions that may come first
 * - `follow`: the positions that may come after each one
 * - `twice`: of these, the ones that two ways through the pattern lead to
 * - `final`: the positions that may come last
 * - `isNullable`: may the pattern match without any position?
 * - `isExact`: do these say all that the pattern says? They leave out lookarounds, back references, word
 *   boundaries and the number of a long counted repetition
 */
export interface Positions {
  readonly atoms: readonly string[];
  readonly first: readonly number[];
  readonly follow: readonly ReadonlySet<number>[];
  readonly twice: readonly ReadonlySet<number>[];
  readonly final: ReadonlySet<number>;
  readonly isNullable: boolean;
  readonly isExact: boolean;
}

/** A part of the pattern: may it be empty, and which positions may come first and last in it? */
interface Part {
  readonly isNullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

interface Reader {
  readonly source: string;
  index: number;
  isExact: boolean;
  readonly atoms: string[];
  readonly follow: Set<number>[];
  readonly twice: Set<number>[];
}

/** Patterns with more positions, counted repetition written out, are not looked into. */
const mostPositions = 200;

class TooLong extends Error {}

/** Reads a pattern that is well-formed; undefined where it is too long to look into. */
export function readPositions(source: string): Positions | undefined {
  const reader: Reader = { source, index: 0, isExact: true, atoms: [], follow: [], twice: [] };
  try {
    const { first, last, isNullable } = readAlternatives(reader);
    const isExact = reader.isExact && !meetsEdgeTwice(reader);
    return { ...reader, first, final: new Set(last), isNullable, isExact };
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

/** A start or an end is read as if it were a character, of which there is one: `^^a` would need two. */
function meetsEdgeTwice({ atoms, follow }: Reader): boolean {
  const isEdge = (position: number) => atoms[position] === "^" || atoms[position] === "$";
  const mayFollow = (from: number, to: number) => atoms[from] === "^" && atoms[to] === "$";
  return follow.some(
    (next, from) => isEdge(from) && [...next].some((to) => isEdge(to) && !mayFollow(from, to)),
  );
}

const empty: Part = { isNullable: true, first: [], last: [] };

function readAlternatives(reader: Reader): Part {
  const parts = [readSequence(reader)];
  while (take(reader, /\|/y) !== undefined) parts.push(readSequence(reader));
  return {
    isNullable: parts.some((part) => part.isNullable),
    first: parts.flatMap((part) => part.first),
    last: parts.flatMap((part) => part.last),
  };
}

function readSequence(reader: Reader): Part {
  let part = empty;
  while (reader.index < reader.source.length && !/[|)]/y.test(reader.source.charAt(reader.index))) {
    part = join(reader, part, readTerm(reader));
  }
  return part;
}

function join(reader: Reader, left: Part, right: Part): Part {
  connect(reader, left.last, right.first);
  return {
    isNullable: left.isNullable && right.isNullable,
    first: left.isNullable ? [...left.first, ...right.first] : left.first,
    last: right.isNullable ? [...left.last, ...right.last] : right.last,
  };
}

function connect(reader: Reader, from: readonly number[], to: readonly number[]): void {
  for (const position of from) {
    for (const next of to) {
      if (reader.follow[position]?.has(next)) reader.twice[position]?.add(next);
      reader.follow[position]?.add(next);
    }
  }
}

/** An atom with its quantifier. A counted one is written out, a long count reads as endless. */
function readTerm(reader: Reader): Part {
  const start = reader.index;
  const before = reader.atoms.length;
  const once = readAtom(reader);
  const size = reader.atoms.length - before;
  const quantifier = take(reader, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
  if (quantifier === undefined) return once;
  const after = reader.index;
  const { least, most } = readBounds(quantifier);
  if (most === 0) return empty;
  const isNullable = once.isNullable || least === 0;
  const count = Number.isFinite(most) ? most : Math.max(least, 1);
  const isLong = before + count * size > mostPositions;
  if (isLong) {
    reader.isExact = false;
    connect(reader, once.last, once.first);
    return { ...once, isNullable };
  }
  const copies = [once];
  while (copies.length < count) {
    reader.index = start;
    copies.push(readAtom(reader));
  }
  reader.index = after;
  const repeated = chain(reader, copies, least);
  const last = copies.at(-1) ?? once;
  if (!Number.isFinite(most)) connect(reader, last.last, last.first);
  return { ...repeated, isNullable };
}

/** Copies one behind the other; from the least number on each may be the last. */
function chain(reader: Reader, copies: readonly Part[], least: number): Part {
  const [once = empty] = copies;
  let tail = once.last;
  for (const copy of copies.slice(1)) {
    connect(reader, tail, copy.first);
    tail = once.isNullable ? [...tail, ...copy.last] : copy.last;
  }
  const ending = once.isNullable ? copies : copies.slice(Math.max(least, 1) - 1);
  return {
    isNullable: once.isNullable,
    first: once.isNullable ? copies.flatMap((copy) => copy.first) : once.first,
    last: ending.flatMap((copy) => copy.last),
  };
}

function readBounds(quantifier: string): { readonly least: number; readonly most: number } {
  if (quantifier.startsWith("*")) return { least: 0, most: Infinity };
  if (quantifier.startsWith("+")) return { least: 1, most: Infinity };
  if (quantifier.startsWith("?")) return { least: 0, most: 1 };
  const [, least = "0", comma, most] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  if (comma === "") return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === "" ? Infinity : Number(most) };
}

function readAtom(reader: Reader): Part {
  const lookaround = take(reader, /\(\?<?[=!]/y);
  if (lookaround !== undefined) return skipLookaround(reader);
  if (take(reader, /\((?:\?:|\?<[^>]+>)?/y) !== undefined) {
    // Modifiers, as in `(?i:a)`.
    if (reader.source.charAt(reader.index) === "?") reader.isExact = false;
    const part = readAlternatives(reader);
    take(reader, /\)/y);
    return part;
  }
  // What matches no character: word boundaries, and what a group matched before.
  if (take(reader, /\\[bB]|\\k<[^>]*>|\\[1-9]\d*/y) !== undefined) return skip(reader);
  return place(reader, take(reader, atom) ?? "");
}

const atom =
  /\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|.)|[\ud800-\udbff][\udc00-\udfff]|./sy;

/** A lookaround matches no character; what is in it stands apart. */
function skipLookaround(reader: Reader): Part {
  readAlternatives(reader);
  take(reader, /\)/y);
  return skip(reader);
}

/** What asserts something that positions do not tell. */
function skip(reader: Reader): Part {
  reader.isExact = false;
  return empty;
}

function place(reader: Reader, source: string): Part {
  const position = reader.atoms.length;
  if (position >= mostPositions) throw new TooLong();
  reader.atoms.push(source);
  reader.follow.push(new Set());
  reader.twice.push(new Set());
  return { isNullable: false, first: [position], last: [position] };
}

/** The text at the place if it is like this, which is then passed. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.index;
  const [text] = pattern.exec(reader.source) ?? [];
  reader.index += text?.length ?? 0;
  return text;
}
