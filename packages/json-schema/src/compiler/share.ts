/**
 * Which functions and tables of a module are the same: those whose texts are, where the names in
 * them stand for what is the same again, however they lead around.
 */
import type { Skeleton } from "./names.ts";

/** So often what recurs is told apart; what is then not told apart for sure is not shared. */
const mostRounds = 64;

type Units = ReadonlyMap<string, Skeleton>;

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
  const classes = refine(recurring, same);
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

/** Classes of what recurs: told apart by what they name until no more are; none where that takes long. */
function refine(units: Units, same: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  let classes = number(units, ([, { pieces }]) => pieces.join("\u0091"));
  let count = new Set(classes.values()).size;
  for (let round = 0; round < mostRounds; round += 1) {
    const known = classes;
    const classOf = (name: string) => known.get(name) ?? same.get(name);
    classes = number(units, ([name, { names }]) => [name, ...names].map(classOf).join(" "));
    const refined = new Set(classes.values()).size;
    if (refined === count) return classes;
    count = refined;
  }
  return new Map();
}

/** Numbers units by their keys: the same number for the same key. */
function number(
  units: Units,
  keyOf: (unit: readonly [string, Skeleton]) => string,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  return new Map(
    [...units].map((unit) => {
      const key = keyOf(unit);
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return [unit[0], known];
    }),
  );
}
