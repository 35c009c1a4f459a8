/**
 * Which tables of a module stand inside of another one: those that are named once.
 */
import type { Skeleton } from "./names.ts";

/** So many tables stand in one another at most: the first use of one reads all that is inside again. */
const deepestTable = 8;

/** The units of a module by their names, and for each the first one that is the same. */
interface SharedUnits {
  readonly units: ReadonlyMap<string, Skeleton>;
  readonly same: ReadonlyMap<string, string>;
}

/** The tables that are written where they are named; never those that are called from outside of tables. */
export function findNested(shared: SharedUnits, called: ReadonlySet<string>): ReadonlySet<string> {
  const users = findOnlyUsers(shared);
  for (const name of called) users.delete(shared.same.get(name) ?? name);
  const depths = new Map<string, number>();
  for (const name of users.keys()) {
    const climbed: string[] = [];
    for (
      let at: string | undefined = name;
      at !== undefined && !depths.has(at);
      at = users.get(at)
    ) {
      climbed.push(at);
      depths.set(at, 0);
    }
    for (const one of climbed.reverse()) {
      const user = users.get(one);
      if (user !== undefined) depths.set(one, ((depths.get(user) ?? 0) + 1) % deepestTable);
    }
  }
  return new Set([...depths].flatMap(([name, depth]) => (depth > 0 ? [name] : [])));
}

/** For each table that is named once, the one that names it. */
function findOnlyUsers({ units, same }: SharedUnits): Map<string, string> {
  const users = new Map<string, string>();
  const seen = new Set<string>();
  for (const [user, { names }] of units) {
    if (same.get(user) !== user) continue;
    for (const name of names) {
      const first = same.get(name) ?? name;
      if (!first.startsWith("table")) continue;
      if (seen.has(first)) users.delete(first);
      else users.set(first, user);
      seen.add(first);
    }
  }
  return users;
}
