import { camelCase } from "./camel-case.ts";
import { reservedNames } from "./reserved-names.ts";

/** What an operation's name is made from. */
export interface NamedThing {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
}

/**
 * A unique camel-case identifier for each operation, in the same order: from the `operationId`, or
 * else, also where that is a number that no person chose, from method and path.
 *
 * Where two want one name, the one whose `operationId` is exactly that name has it, then the first;
 * the other gets method and path, which stay the same when the description grows.
 */
export function allocateNames(operations: readonly NamedThing[]): string[] {
  const taken = new Set<string>();
  const names = new Map<number, string>();
  const wanted = operations.map(nameOf);
  const order = [...operations.keys()].sort(
    (left, right) => rank(operations, wanted, left) - rank(operations, wanted, right),
  );
  for (const index of order) {
    const operation = operations[index];
    const name = wanted[index];
    if (operation === undefined || name === undefined) continue;
    const free = findFree([name, pathName(operation), name], taken);
    taken.add(free);
    names.set(index, free);
  }
  return operations.map((_, index) => names.get(index) ?? `operation${index + 1}`);
}

function rank(operations: readonly NamedThing[], wanted: readonly string[], index: number): number {
  return operations[index]?.operationId === wanted[index] ? 0 : 1;
}

/** A UUID or a long hexadecimal number, as databases give them. */
const machineMade = /^\{?[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?$|^(?=\D*\d)[0-9a-f]{16,}$/i;

function nameOf(operation: NamedThing): string {
  const { operationId = "" } = operation;
  const fromId = machineMade.test(operationId) ? undefined : camelCase(operationId);
  return fromId === undefined ? pathName(operation) : unreserve(fromId);
}

/** `GET /models/{id}` is `getModelsById`. */
function pathName({ method, path }: NamedThing): string {
  const words = path.replace(/\{([^{}]*)\}/g, " by $1 ");
  return unreserve(
    camelCase(`${method.toLowerCase()} ${words.trim() === "/" ? "root" : words}`) ?? "operation",
  );
}

function unreserve(name: string): string {
  return reservedNames.has(name) ? `${name}Operation` : name;
}

function findFree(wishes: readonly string[], taken: ReadonlySet<string>): string {
  for (const wish of wishes) if (!taken.has(wish)) return wish;
  const base = wishes.at(-1) ?? "operation";
  let count = 2;
  while (taken.has(`${base}${count}`)) count++;
  return `${base}${count}`;
}
