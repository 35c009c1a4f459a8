const most = 3;
const longest = 64;

/** The names that a misspelt one may have meant, nearest first; at most three. */
export function findNearNames(name: string, candidates: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(Math.min(name.length, longest) / 3));
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit || candidate.length > longest) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit) near.push({ candidate, distance });
  }
  near.sort((left, right) => left.distance - right.distance);
  return near.slice(0, most).map(({ candidate }) => candidate);
}

/** How many letters to change, add, leave out or swap with their neighbour. */
function editDistance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (last[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const isSwap = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swap = i > 1 && j > 1 && isSwap ? (beforeLast[j - 2] ?? 0) + 1 : change;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    [beforeLast, last] = [last, row];
  }
  return last[right.length] ?? 0;
}
