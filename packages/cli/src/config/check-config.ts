import type { Emit, TruespecConfig, TruespecEntry } from "@truespec/generator";
import { CommandError } from "../command-error.ts";
import { emits, isEmit } from "./emit-names.ts";

const entryKeys = [
  "description",
  "overlays",
  "out",
  "emit",
  "package",
  "typesFrom",
  "validatorsFrom",
];

/**
 * Reads what a configuration file exports.
 *
 * @throws CommandError that names the file, the place (`generate[1].out`) and what is expected there
 */
export function checkConfig(exported: unknown, file: string): TruespecConfig {
  const config = expectRecord(exported, { file, place: "the default export" });
  expectKeys(config, ["generate"], { file, place: "the default export" });
  const entries = config["generate"];
  if (!Array.isArray(entries)) throw fault({ file, place: "generate" }, "an array of entries");
  return {
    generate: entries.map((entry, index) =>
      checkEntry(entry, { file, place: `generate[${index}]` }),
    ),
  };
}

interface Place {
  readonly file: string;
  readonly place: string;
}

function checkEntry(value: unknown, at: Place): TruespecEntry {
  const entry = expectRecord(value, at);
  expectKeys(entry, entryKeys, at);
  return {
    description: expectString(entry["description"], below(at, "description")),
    out: expectString(entry["out"], below(at, "out")),
    ...optional("overlays", entry["overlays"], (found) =>
      expectStrings(found, below(at, "overlays")),
    ),
    ...optional("emit", entry["emit"], (found) => expectEmits(found, below(at, "emit"))),
    ...optional("package", entry["package"], (found) => expectString(found, below(at, "package"))),
    ...optional("typesFrom", entry["typesFrom"], (found) =>
      expectString(found, below(at, "typesFrom")),
    ),
    ...optional("validatorsFrom", entry["validatorsFrom"], (found) =>
      expectString(found, below(at, "validatorsFrom")),
    ),
  };
}

function optional<K extends string, T>(
  key: K,
  value: unknown,
  read: (value: unknown) => T,
): { readonly [P in K]?: T } {
  if (value === undefined) return {};
  return { [key]: read(value) } as { readonly [P in K]?: T };
}

function below(at: Place, key: string): Place {
  return { file: at.file, place: `${at.place}.${key}` };
}

function expectRecord(value: unknown, at: Place): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw fault(at, "an object");
  }
  return value as Readonly<Record<string, unknown>>;
}

function expectKeys(
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

function expectString(value: unknown, at: Place): string {
  if (typeof value !== "string" || value === "") throw fault(at, "a non-empty string");
  return value;
}

function expectStrings(value: unknown, at: Place): readonly string[] {
  if (!Array.isArray(value)) throw fault(at, "an array of strings");
  return value.map((item, index) => expectString(item, { ...at, place: `${at.place}[${index}]` }));
}

function expectEmits(value: unknown, at: Place): readonly Emit[] {
  const names = expectStrings(value, at);
  if (names.length === 0 || !names.every(isEmit)) throw fault(at, `some of ${emits.join(", ")}`);
  return names;
}

function fault(at: Place, expected: string): CommandError {
  return new CommandError(`${at.file}: ${at.place} must be ${expected}.`);
}
