/**
 * Tells units apart that lead around: Hopcroft's algorithm for the fewest states of an automaton.
 */
import type { Skeleton } from "./names.ts";

/** Functions and tables by their names. */
export type Units = ReadonlyMap<string, Skeleton>;

/**
 * The classes of units, by their names: two units are of one class where their keys are the same, and what
 * they name at the same position is of one class too. A class that comes apart has only its smaller part
 * looked at again, so that n names take n log n steps.
 */
export function partition(
  units: Units,
  keyOf: (unit: Skeleton) => string,
): ReadonlyMap<string, number> {
  const classes = classify(units, keyOf);
  const classOf = new Map(
    classes.flatMap((names, index) => [...names].map((name) => [name, index] as const)),
  );
  const users = findUsers(units);
  // The list grows while it is walked. What names a part of a class is told from what names another one.
  for (const part of classes) {
    for (const naming of groupByPosition(part, users)) {
      for (const [index, some] of groupBy(naming, (name) => classOf.get(name) ?? 0)) {
        const whole = classes[index];
        if (whole === undefined || some.length === whole.size) continue;
        const smaller = findSmaller(whole, some);
        for (const name of smaller) {
          whole.delete(name);
          classOf.set(name, classes.length);
        }
        classes.push(new Set(smaller));
      }
    }
  }
  return classOf;
}

function classify(units: Units, keyOf: (unit: Skeleton) => string): Set<string>[] {
  const groups = groupBy(units, ([, unit]) => keyOf(unit));
  return [...groups.values()].map((group) => new Set(group.map(([name]) => name)));
}

/** Those names or the other ones of the class, whichever are fewer. */
function findSmaller(whole: ReadonlySet<string>, some: readonly string[]): readonly string[] {
  if (2 * some.length <= whole.size) return some;
  const known = new Set(some);
  return [...whole].filter((name) => !known.has(name));
}

/** A unit that names another one, and where among its names. */
interface User {
  readonly name: string;
  readonly position: number;
}

/** The units that name each unit. */
function findUsers(units: Units): ReadonlyMap<string, readonly User[]> {
  const users = new Map<string, User[]>([...units.keys()].map((name) => [name, []]));
  for (const [name, { names }] of units) {
    for (const [position, named] of names.entries()) users.get(named)?.push({ name, position });
  }
  return users;
}

/** The units that name one of these, together where they do so at the same position. */
function groupByPosition(
  part: ReadonlySet<string>,
  users: ReadonlyMap<string, readonly User[]>,
): readonly (readonly string[])[] {
  const all = [...part].flatMap((name) => users.get(name) ?? []);
  const groups = groupBy(all, ({ position }) => position);
  return [...groups.values()].map((group) => group.map(({ name }) => name));
}

function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
