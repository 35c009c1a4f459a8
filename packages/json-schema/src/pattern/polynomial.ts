import { closure, findLoop, type Tries } from "./tries.ts";

/**
 * Can a pattern that does not explode need more than linear time? It can where a loop reads a text that
 * brings it to a later loop too, which reads it again: each place of the text may be where the first ends
 * and the second begins, as in `^.*a.*$`, or in `\s+$`, where the first is the search for a start.
 *
 * What takes too long to find out may.
 */
export function isPolynomial(tries: Tries): boolean {
  const loops = [...tries.follow.keys()].flatMap((position) => {
    const loop = findLoop(tries, position);
    return loop.size > 0 ? [{ position, loop }] : [];
  });
  const budget = { left: mostTriples };
  return loops.some((one) => {
    const ahead = closure(tries.follow, one.position);
    const later = loops.filter(({ position }) => ahead.has(position) && !one.loop.has(position));
    return later.some((other) => meets(tries, [one, other], budget));
  });
}

interface Looped {
  readonly position: number;
  readonly loop: ReadonlySet<number>;
}

/** So many triples of positions are visited at most. */
const mostTriples = 5000;

/**
 * Is there a text that leads the first position to itself and to the second, and the second to itself?
 * Walks triples of positions that read the same text.
 */
function meets(
  { follow, masks }: Tries,
  [one, other]: readonly [Looped, Looped],
  budget: { left: number },
): boolean {
  const count = follow.length;
  const key = (a: number, b: number, c: number) => (a * count + b) * count + c;
  const within = (position: number, loop: ReadonlySet<number>) =>
    [...(follow[position] ?? [])].filter((to) => loop.has(to));
  const goal = key(one.position, other.position, other.position);
  const reached = new Set([key(one.position, one.position, other.position)]);
  // A Set grows while it is walked.
  for (const triple of reached) {
    budget.left -= 1;
    if (budget.left < 0 || reached.has(goal)) return true;
    const [pair, c] = [Math.floor(triple / count), triple % count];
    const between = follow[pair % count] ?? [];
    for (const first of within(Math.floor(pair / count), one.loop)) {
      for (const last of within(c, other.loop)) {
        const common = (masks[first] ?? 0n) & (masks[last] ?? 0n);
        if (common === 0n) continue;
        for (const next of between) {
          if ((common & (masks[next] ?? 0n)) !== 0n) reached.add(key(first, next, last));
        }
      }
    }
  }
  return false;
}
