import type { Positions } from "./positions.ts";

/**
 * What an engine that goes back may try. The last position is not of the pattern: it reads any character,
 * again and again, as the search for a place where the pattern starts.
 *
 * - `masks`: which sample characters each position matches, a bit for each
 * - `follow`: the positions that come after each one and are not final: at a final one the engine has its match
 * - `twice`: of these, the ones that two ways lead to
 */
export interface Tries {
  readonly masks: readonly bigint[];
  readonly follow: readonly ReadonlySet<number>[];
  readonly twice: readonly ReadonlySet<number>[];
}

/** Opens the positions of a pattern, whose source may name characters that tell its classes apart. */
export function openTries(positions: Positions, source: string): Tries {
  const { atoms, first, final, twice } = positions;
  const samples = [...new Set(listSamples(source))];
  const masks = new Map([...new Set(atoms)].map((atom) => [atom, findMask(atom, samples)]));
  const follow = positions.follow.map((next, position) =>
    final.has(position) ? new Set<number>() : without(next, final),
  );
  return {
    masks: [...atoms.map((atom) => masks.get(atom) ?? 0n), findMask("[^]", samples)],
    follow: [...follow, without([...first, atoms.length], final)],
    twice: [...twice, new Set()],
  };
}

function without(positions: Iterable<number>, final: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...positions].filter((position) => !final.has(position)));
}

function findMask(atom: string, samples: readonly string[]): bigint {
  const pattern = compileAtom(atom);
  const bits = samples.map((sample) => (pattern.test(sample) ? "1" : "0"));
  return BigInt(`0b${bits.join("")}`);
}

function compileAtom(atom: string): RegExp {
  try {
    return new RegExp(`^(?:${atom})$`, "u");
  } catch {
    return new RegExp(`^(?:${atom})$`);
  }
}

/** Latin characters, some others of each kind, and all that the pattern itself names. */
function listSamples(source: string): readonly string[] {
  const latin = Array.from({ length: 256 }, (_, code) => String.fromCodePoint(code));
  const escaped = [...source.matchAll(/\\(?:u\{?|x)([0-9A-Fa-f]{2,6})/g)].map(([, code = "0"]) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
  return [...latin, ..."ΑαЖжאبकあ漢한٠Ⅷ€😀\u0301\u2028\u00A0\u200D", ...source, ...escaped];
}

/** The positions that lie on a loop with this one; none where it lies on no loop. */
export function findLoop({ follow }: Tries, position: number): ReadonlySet<number> {
  const ahead = closure(follow, position);
  if (!ahead.has(position)) return new Set();
  const before = follow.map((_, to) => new Set([...ahead].filter((from) => follow[from]?.has(to))));
  return closure(before, position);
}

/** The positions that come after, in any number of steps. */
export function closure(follow: Tries["follow"], start: number): ReadonlySet<number> {
  const reached = new Set(follow[start]);
  // A Set grows while it is walked.
  for (const position of reached) for (const next of follow[position] ?? []) reached.add(next);
  return reached;
}
