import { findLoop, type Tries } from "./tries.ts";

/**
 * Can a pattern need exponential time? It can where a loop has two ways to read the same text and
 * what follows can fail, as in `^(a+)+$` or `^(a|a)*b`.
 */
export function isExponential(tries: Tries): boolean {
  const { follow, twice } = tries;
  const seen = new Set<number>();
  for (const position of follow.keys()) {
    if (seen.has(position)) continue;
    const loop = findLoop(tries, position);
    for (const one of loop) seen.add(one);
    // What holds of one position of a loop holds of all.
    if (loop.size > 0 && splits(tries, position)) return true;
    if ([...loop].some((from) => [...(twice[from] ?? [])].some((to) => loop.has(to)))) return true;
  }
  return false;
}

/** So many pairs of positions are visited at most. */
const mostPairs = 20_000;

/**
 * Do two ways of reading part at the position and meet there again? Walks pairs of positions that
 * read the same text; a pair of different ones that leads back to the position twice is the proof.
 */
function splits({ follow, masks }: Tries, start: number): boolean {
  const count = follow.length;
  const key = (a: number, b: number) => a * count + b;
  const steps = (pair: number): readonly number[] => {
    const [a, b] = [Math.floor(pair / count), pair % count];
    return [...(follow[a] ?? [])].flatMap((one) =>
      [...(follow[b] ?? [])]
        .filter((other) => ((masks[one] ?? 0n) & (masks[other] ?? 0n)) !== 0n)
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
