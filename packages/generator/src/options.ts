import type { CompileOptions } from "@truespec/json-schema";
import type { Operation } from "@truespec/openapi";
import type { TypesOptions } from "./types/options.ts";
import type { CompileValidators } from "./validators/compile.ts";

/** What is generated: `types.ts`, `client.ts`, `validators/index.js` with its declarations. */
export type Emit = "types" | "client" | "validators";

/**
 * How validators are compiled; all that is left out is complete and without dependencies.
 *
 * - `errors`: every error of an invalid value (`all`), or only the first (`first`)
 * - `enums`: what the option of the types says, unless given here: `strict`; `tolerant`, where an enum that the description marks open accepts strings that
 *   it does not list; or `open`, where every enum of two strings or more does
 * - `formats`: whether `format` asserts (`assert`) or only annotates (`annotate`)
 * - `listing`: errors are listed by the module itself (`compiled`), or by `@truespec/json-schema`,
 *   which the module then imports (`interpreted`)
 * - `customFormats`: formats of your own, which always assert, by a pattern or by a function that the
 *   module imports: `{ sku: { pattern: "^[A-Z]{3}$" }, isbn: { module: "@acme/formats", export: "isIsbn" } }`;
 *   a relative specifier is so to `validators/index.js`
 */
export type ValidatorsOptions = Pick<
  CompileOptions,
  "errors" | "enums" | "formats" | "listing" | "customFormats"
>;

/** What to generate and how its files name their origin. */
export interface GenerateOptions {
  readonly emit: readonly Emit[];
  /** How types are written, where that differs from the default. */
  readonly types?: Partial<TypesOptions>;
  /** Makes a whole package of this name around the files. */
  readonly packageName?: string;
  /** The package (or module) to import types from, where `emit` has no `types`. */
  readonly typesFrom?: string;
  /** The package with the validators of the same description: the README of a client shows them at work. */
  readonly validatorsFrom?: string;
  /** How validators are compiled. */
  readonly validators?: ValidatorsOptions;
  /** How the banner names the description: a path or URL, never an absolute path. */
  readonly source: string;
  /** How to generate again: `npx truespec generate`. */
  readonly command: string;
  readonly hooks?: GenerateHooks;
  /** Compiles the validators in the caller's way, such as another thread, while the rest is made. */
  readonly compileValidators?: CompileValidators;
  /** Told what comes next, and awaited. */
  readonly report?: (next: Emit) => Promise<void>;
}

/** What a project decides about the names and the extent of what is generated. */
export interface GenerateHooks {
  /** Operations for which it answers false are left out, of all files; component schemas stay. */
  readonly includeOperation?: (operation: Operation) => boolean;
  /** What an operation is called; undefined keeps its own name. Made an identifier, and unique. */
  readonly nameOperation?: (operation: Operation) => string | undefined;
  /** What a component schema is called, by its name in the description; undefined keeps that. */
  readonly nameSchema?: (name: string) => string | undefined;
}

/** One file of the output. */
export interface GeneratedFile {
  /** Relative to the output directory, with `/`. */
  readonly path: string;
  /** Ends with a newline. */
  readonly text: string;
}

/** Something of the description that could not be generated as it stands, and what was done instead. */
export interface GenerateDiagnostic {
  /** From a closed list. */
  readonly code:
    | "unresolved-reference"
    | "circular-schema"
    | "missing-types"
    | "validator-not-compiled";
  /** An `error` leaves files out; after a `warning` they are complete. */
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to change. */
  readonly hint: string;
  /** JSON Pointer into the composed description; `""` for the whole. */
  readonly pointer: string;
}
