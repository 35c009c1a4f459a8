import { type Positions, readPositions } from "./positions.ts";

/**
 * Can a pattern need exponential time? It can where a loop has two ways to read the same text and
 * what follows can fail, as in `^(a+)+$` or `^(a|a)*b`.
 *
 * Limits: what takes the square or the cube of the length is not found (`^.*a.*$`; a `maxLength`
 * beside bounds it), nor what lookarounds or back references add, nor patterns of more than 200
 * positions. Classes are told apart by sample characters, those of the pattern among them.
 */
export function explodes(source: string): boolean {
  // Without a quantifier on a group no loop holds two ways.
  if (!/\)(?:[*+]|\{\d+,?\d*\})/.test(source)) return false;
  const positions = readPositions(source);
  return positions !== undefined && isAmbiguous(positions, findOverlaps(positions, source));
}

type Overlaps = readonly (readonly boolean[])[];

/** Which positions can match the same character. */
function findOverlaps({ atoms }: Positions, source: string): Overlaps {
  const samples = [...new Set(listSamples(source))];
  const matched = new Map([...new Set(atoms)].map((atom) => [atom, match(atom, samples)]));
  const sets = atoms.map((atom) => matched.get(atom) ?? []);
  return sets.map((one) => sets.map((other) => one.some((isIn, index) => isIn && other[index])));
}

function match(atom: string, samples: readonly string[]): readonly boolean[] {
  if (atom === "") return [];
  const pattern = compileAtom(atom);
  return samples.map((sample) => pattern.test(sample));
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

type Follow = readonly ReadonlySet<number>[];

/**
 * Is there a loop that reads one text in two ways? Only positions count that are not the last:
 * coming to one that is, the engine has its match.
 */
function isAmbiguous(positions: Positions, overlaps: Overlaps): boolean {
  const { final, twice } = positions;
  const follow = positions.follow.map(
    (next, position) =>
      new Set(final.has(position) ? [] : [...next].filter((to) => !final.has(to))),
  );
  const seen = new Set<number>();
  for (const position of follow.keys()) {
    if (seen.has(position)) continue;
    const loop = findLoop(follow, position);
    for (const one of loop) seen.add(one);
    // What holds of one position of a loop holds of all.
    if (loop.size > 0 && splits(follow, overlaps, position)) return true;
    if ([...loop].some((from) => [...(twice[from] ?? [])].some((to) => loop.has(to)))) return true;
  }
  return false;
}

/** The positions that lie on a loop with this one; none where it lies on no loop. */
function findLoop(follow: Follow, position: number): ReadonlySet<number> {
  const ahead = closure(follow, position);
  if (!ahead.has(position)) return new Set();
  const before = follow.map((_, to) => new Set([...ahead].filter((from) => follow[from]?.has(to))));
  return closure(before, position);
}

/** The positions that come after, in any number of steps. */
function closure(follow: Follow, start: number): ReadonlySet<number> {
  const reached = new Set(follow[start]);
  // A Set grows while it is walked.
  for (const position of reached) for (const next of follow[position] ?? []) reached.add(next);
  return reached;
}

/** So many pairs of positions are visited at most. */
const mostPairs = 20_000;

/**
 * Do two ways of reading part at the position and meet there again? Walks pairs of positions that
 * read the same text; a pair of different ones that leads back to the position twice is the proof.
 */
function splits(follow: Follow, overlaps: Overlaps, start: number): boolean {
  const count = follow.length;
  const key = (a: number, b: number) => a * count + b;
  const steps = (pair: number): readonly number[] => {
    const [a, b] = [Math.floor(pair / count), pair % count];
    return [...(follow[a] ?? [])].flatMap((one) =>
      [...(follow[b] ?? [])]
        .filter((other) => overlaps[one]?.[other])
        .map((other) => key(one, other)),
    );
  };
  const home = key(start, start);
  // Pairs that are reached with a difference on the way, and without.
  const plain = new Set([home]);
  const parted = new Set<number>();
  for (const pair of plain) {
    if (plain.size > mostPairs) return false;
    for (const next of steps(pair)) {
      const isSame = Math.floor(next / count) === next % count;
      (isSame ? plain : parted).add(next);
    }
  }
  for (const pair of parted) {
    if (parted.size > mostPairs) return false;
    if (pair === home) return true;
    for (const next of steps(pair)) parted.add(next);
  }
  return false;
}
