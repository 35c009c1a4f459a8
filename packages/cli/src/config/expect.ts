import { CommandError } from "../command-error.ts";

/** Where a value stands in a configuration: the file, and a place such as `generate[1].out`. */
export interface Place {
  readonly file: string;
  readonly place: string;
}

/** A member that may be left out. */
export function optional<K extends string, T>(
  key: K,
  value: unknown,
  read: (value: unknown) => T,
): { readonly [P in K]?: T } {
  if (value === undefined) return {};
  return { [key]: read(value) } as { readonly [P in K]?: T };
}

/** A place one member further down. */
export function below(at: Place, key: string): Place {
  return { file: at.file, place: `${at.place}.${key}` };
}

/** @throws CommandError when it is no object */
export function expectRecord(value: unknown, at: Place): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw fault(at, "an object");
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws CommandError that names the first unknown key */
export function expectKeys(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: Place,
): void {
  const unknown = Object.keys(record).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new CommandError(
      `${at.file}: ${at.place} has an unknown key "${unknown}". Known: ${known.join(", ")}.`,
    );
  }
}

/** @throws CommandError when it is no text, or empty */
export function expectString(value: unknown, at: Place): string {
  if (typeof value !== "string" || value === "") throw fault(at, "a non-empty string");
  return value;
}

/** @throws CommandError that names the item at fault */
export function expectStrings(value: unknown, at: Place): readonly string[] {
  return expectList(value, at, expectString);
}

/** @throws CommandError when it is no array, or what reading an item throws */
export function expectList<T>(
  value: unknown,
  at: Place,
  read: (item: unknown, at: Place) => T,
): readonly T[] {
  if (!Array.isArray(value)) throw fault(at, "an array");
  return value.map((item: unknown, index) => read(item, { ...at, place: `${at.place}[${index}]` }));
}

/** @throws CommandError that lists what is known */
export function expectOneOf<T extends string>(value: unknown, known: readonly T[], at: Place): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw fault(at, `one of ${known.join(", ")}`);
  return found;
}

/** What to throw: the place, and what is expected there. */
export function fault(at: Place, expected: string): CommandError {
  return new CommandError(`${at.file}: ${at.place} must be ${expected}.`);
}
