import type { Emit, TruespecEntry, TypesOptions } from "@truespec/generator";
import { checkHooks } from "./check-hooks.ts";
import { checkValidators } from "./check-validators.ts";
import type { TruespecConfig } from "./config.ts";
import { emits, isEmit } from "./emit-names.ts";
import {
  below,
  expectKeys,
  expectList,
  expectOneOf,
  expectRecord,
  expectString,
  expectStrings,
  fault,
  optional,
  type Place,
} from "./expect.ts";

const entryKeys = [
  "description",
  "overlays",
  "out",
  "emit",
  "types",
  "package",
  "typesFrom",
  "validatorsFrom",
  "hooks",
  "validators",
];

/**
 * Reads what a configuration file exports.
 *
 * @throws CommandError that names the file, the place (`generate[1].out`) and what is expected there
 */
export async function checkConfig(exported: unknown, file: string): Promise<TruespecConfig> {
  const config = expectRecord(exported, { file, place: "the default export" });
  expectKeys(config, ["generate", "drift"], { file, place: "the default export" });
  return {
    ...optional("generate", config["generate"], (found) =>
      expectList(found, { file, place: "generate" }, checkEntry),
    ),
    ...(config["drift"] === undefined ? {} : await readDrift(config["drift"], file)),
  };
}

/** Loads what a drift check knows only for those who configure it. */
async function readDrift(found: unknown, file: string): Promise<Pick<TruespecConfig, "drift">> {
  const { checkDrift } = await import("./check-drift.ts");
  return { drift: checkDrift(found, { file, place: "drift" }) };
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
    ...optional("types", entry["types"], (found) => checkTypes(found, below(at, "types"))),
    ...optional("package", entry["package"], (found) => expectString(found, below(at, "package"))),
    ...optional("typesFrom", entry["typesFrom"], (found) =>
      expectString(found, below(at, "typesFrom")),
    ),
    ...optional("validatorsFrom", entry["validatorsFrom"], (found) =>
      expectString(found, below(at, "validatorsFrom")),
    ),
    ...optional("hooks", entry["hooks"], (found) => checkHooks(found, below(at, "hooks"))),
    ...optional("validators", entry["validators"], (found) =>
      checkValidators(found, below(at, "validators")),
    ),
  };
}

const enumModes = ["declared", "closed", "open"] as const;
const dateModes = ["string", "Date"] as const;

function checkTypes(value: unknown, at: Place): Partial<TypesOptions> {
  const types = expectRecord(value, at);
  expectKeys(types, ["enums", "dates"], at);
  return {
    ...optional("enums", types["enums"], (found) =>
      expectOneOf(found, enumModes, below(at, "enums")),
    ),
    ...optional("dates", types["dates"], (found) =>
      expectOneOf(found, dateModes, below(at, "dates")),
    ),
  };
}

function expectEmits(value: unknown, at: Place): readonly Emit[] {
  const names = expectStrings(value, at);
  if (names.length === 0 || !names.every(isEmit)) throw fault(at, `some of ${emits.join(", ")}`);
  return names;
}
