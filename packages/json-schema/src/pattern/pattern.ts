import { isExponential } from "./exponential.ts";
import { linearPattern, type Matcher, type Steps } from "./linear-pattern.ts";
import { isPolynomial } from "./polynomial.ts";
import { type Positions, readPositions } from "./positions.ts";
import { openTries } from "./tries.ts";

/**
 * A pattern as it is matched: by the engine's regular expression alone, or, where that could take more than
 * linear time, step by step for texts above the length `longest`.
 *
 * - `matcher`: does so
 * - `isExponential`: could some short text keep the engine busy for ever?
 */
export interface Pattern {
  readonly source: string;
  readonly regex: RegExp;
  readonly matcher: Matcher;
  readonly steps?: Steps & { readonly longest: number };
  readonly isExponential: boolean;
}

/** What a pattern must be, in words. */
export const patternExpected = "a regular expression of ECMA-262 that cannot take exponential time";

/** What is said of one that can, and is matched nevertheless. */
export const patternExplodes =
  "can take exponential time, since a loop reads one text in two ways; it is matched step by step, which is slower";

/** The square and the cube of this length are still small. */
const longestOfEngine = 100;

/** Steps from position to position are written out: a pattern with more of them has none. */
const mostSteps = 2000;

/** Is it one that can be matched? The same as whether it can be read, and sooner answered. */
export function isPattern(source: string): boolean {
  const repeatsGroup = /\)(?:[*+]|\{\d+,?\d*\})/.test(source);
  return (repeatsGroup ? readPattern(source) : compilePattern(source)) !== undefined;
}

/**
 * Reads a pattern, Core section 6.4: with Unicode where it can be read so, without where it cannot;
 * undefined for what is no regular expression, and for one that some text would keep busy for ever.
 *
 * Limits: what lookarounds and back references cost is not found, nor what patterns of more than 200
 * positions cost. Classes are told apart by sample characters, those of the pattern among them.
 */
export function readPattern(source: string): Pattern | undefined {
  const regex = compilePattern(source);
  if (regex === undefined) return undefined;
  const plain: Pattern = { source, regex, matcher: regex, isExponential: false };
  const positions = hasEndlessLoop(source) ? readPositions(source) : undefined;
  if (positions === undefined) return plain;
  const tries = openTries(positions, source);
  const steps = readsAlike(regex) ? listSteps(positions) : undefined;
  if (isExponential(tries)) {
    return steps && { ...plain, ...stepByStep(regex, steps, 0), isExponential: true };
  }
  if (steps === undefined || !isPolynomial(tries)) return plain;
  return { ...plain, ...stepByStep(regex, steps, longestOfEngine) };
}

function stepByStep(
  regex: RegExp,
  steps: Steps,
  longest: number,
): Pick<Pattern, "matcher" | "steps"> {
  const matcher = linearPattern(regex, longest, steps.atoms, steps.follow);
  return { matcher, steps: { ...steps, longest } };
}

/** The regular expression of a pattern, whatever it costs; undefined for what is none. */
export function compilePattern(source: string): RegExp | undefined {
  return tryCompile(source, "u") ?? tryCompile(source, "");
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

function hasEndlessLoop(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source);
}

/** Is each character and class of the pattern read alone as it is read within the pattern? */
function readsAlike({ source, unicode }: RegExp): boolean {
  const halves = /\\u[dD][89a-fA-F]/;
  const ofUnits = /[\ud800-\udfff]|\\(?:u\{|[pPk]|0\d|c(?![A-Za-z]))/;
  return !halves.test(source) && (unicode || !ofUnits.test(source));
}

/** The steps from position to position; undefined where they do not tell all, or are too many. */
function listSteps(positions: Positions): Steps | undefined {
  const { atoms, first, final, isNullable, isExact } = positions;
  const number = (next: Iterable<number>, isLast: boolean) => [
    ...(isLast ? [0] : []),
    ...[...next].map((position) => position + 1),
  ];
  const follow = [
    number(new Set(first), isNullable),
    ...positions.follow.map((next, position) => number(next, final.has(position))),
  ];
  if (!isExact || follow.flat().length > mostSteps) return undefined;
  return { atoms: ["", ...atoms.map(toAtom)], follow };
}

function toAtom(atom: string): Steps["atoms"][number] {
  if (atom === "^") return -1;
  return atom === "$" ? -2 : atom;
}
