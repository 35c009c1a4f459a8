import type { Emit, GenerateHooks, ValidatorsOptions } from "./options.ts";
import type { TypesOptions } from "./types/options.ts";

/** One `truespec generate` of a configuration file. Paths are relative to that file. */
export interface TruespecEntry {
  /** Path or URL of the description. */
  description: string;
  /** Overlays, applied in order. */
  overlays?: readonly string[];
  /** The folder to write into. */
  out: string;
  /** Default: all three. */
  emit?: readonly Emit[];
  /** How types are written, where that differs from the default. */
  types?: Partial<TypesOptions>;
  /** Generate a whole package of this name. */
  package?: string;
  /** Package to import types from, where `emit` has no `types`. */
  typesFrom?: string;
  /** Package with the validators of the same description: the README of a generated client shows them at work. */
  validatorsFrom?: string;
  /** Names, and what to leave out. */
  hooks?: GenerateHooks;
  /** How validators are compiled: which errors they list, how they take enums and formats. */
  validators?: ValidatorsOptions;
}
