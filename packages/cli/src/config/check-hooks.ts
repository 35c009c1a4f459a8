import type { GenerateHooks } from "@truespec/generator";
import { CommandError, reasonOf } from "../command-error.ts";
import { below, expectKeys, expectRecord, fault, type Place } from "./expect.ts";

const names = ["includeOperation", "nameOperation", "nameSchema"];

/**
 * Reads `hooks` of an entry. Each comes back guarded: what it throws, or answers otherwise than it
 * should, is told as a fault of the configuration.
 *
 * @throws CommandError that names the file, the place and what is expected there
 */
export function checkHooks(value: unknown, at: Place): GenerateHooks {
  const hooks = expectRecord(value, at);
  expectKeys(hooks, names, at);
  const includes = findHook(hooks, at, "includeOperation");
  const operation = findHook(hooks, at, "nameOperation");
  const schema = findHook(hooks, at, "nameSchema");
  return {
    ...(includes && { includeOperation: (given) => expectBoolean(includes(given)) }),
    ...(operation && { nameOperation: (given) => expectName(operation(given)) }),
    ...(schema && { nameSchema: (given) => expectName(schema(given)) }),
  };
}

interface Answer {
  readonly value: unknown;
  readonly at: Place;
}

type Hook = (given: unknown) => Answer;

function findHook(
  hooks: Readonly<Record<string, unknown>>,
  place: Place,
  name: string,
): Hook | undefined {
  const hook = hooks[name];
  const at = below(place, name);
  if (hook === undefined) return undefined;
  if (typeof hook !== "function") throw fault(at, "a function");
  return (given) => {
    try {
      return { value: hook.call(hooks, given), at };
    } catch (cause) {
      throw new CommandError(`${at.file}: ${at.place} threw: ${reasonOf(cause)}`, { cause });
    }
  };
}

function expectBoolean({ value, at }: Answer): boolean {
  if (typeof value !== "boolean") throw fault(at, "a function that answers true or false");
  return value;
}

function expectName({ value, at }: Answer): string | undefined {
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  throw fault(at, "a function that answers a name or undefined");
}
