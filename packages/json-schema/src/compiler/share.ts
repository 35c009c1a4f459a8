/**
 * Which functions and tables of a module are the same: those whose texts are, where the names in
 * them stand for what is the same again, however they lead around.
 */
import type { Skeleton } from "./names.ts";
import { partition, type Units } from "./partition.ts";

/** For each unit, by its name, the first one that is the same. */
export function findSame(units: Units): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  const same = new Map<string, string>();
  const share = (name: string, key: string): void => {
    const first = firsts.get(key) ?? name;
    firsts.set(key, first);
    same.set(name, first);
  };
  const keyOf = ({ pieces, names }: Skeleton): string =>
    `${pieces.join("\u0091")}\n${names.map((name) => same.get(name)).join(" ")}`;
  const recurring = new Map(units);
  for (const [name, skeleton] of orderFromBelow(units)) {
    share(name, keyOf(skeleton));
    recurring.delete(name);
  }
  // What recurs is told apart by all but the names of what recurs, and then by these.
  const classes = partition(recurring, keyOf);
  for (const name of recurring.keys()) share(name, `\u0092${classes.get(name) ?? name}`);
  return same;
}

/** The units that do not lead around, each after all that it names. */
function orderFromBelow(units: Units): readonly (readonly [string, Skeleton])[] {
  const open = new Map<string, number>();
  const users = new Map<string, (readonly [string, Skeleton])[]>();
  const ready: (readonly [string, Skeleton])[] = [];
  for (const unit of units) {
    if (unit[1].names.length === 0) {
      ready.push(unit);
      continue;
    }
    const names = new Set(unit[1].names);
    open.set(unit[0], names.size);
    for (const name of names) {
      const known = users.get(name);
      if (known === undefined) users.set(name, [unit]);
      else known.push(unit);
    }
  }
  // The list grows while it is walked: a unit is ready once all that it names are.
  for (const [name] of ready) {
    for (const user of users.get(name) ?? []) {
      const left = (open.get(user[0]) ?? 0) - 1;
      open.set(user[0], left);
      if (left === 0) ready.push(user);
    }
  }
  return ready;
}
