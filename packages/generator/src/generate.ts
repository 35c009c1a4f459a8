import type { Description } from "@truespec/openapi";
import { nameDescription } from "./names/names.ts";
import type { GenerateDiagnostic, GeneratedFile, GenerateOptions } from "./options.ts";
import { emitPackage } from "./package/emit.ts";
import { printBanner } from "./print/banner.ts";
import { emitTypes, type TypesSource } from "./types/emit.ts";
import { defaultTypesOptions } from "./types/options.ts";
import { findTypesModule } from "./types/types-module.ts";
import { emitValidators } from "./validators/emit.ts";

/** What was generated. */
export interface Generation {
  /** In a fixed order; empty paths and duplicates never occur. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly GenerateDiagnostic[];
}

/**
 * The files of a description: the same for the same input, byte for byte. Nothing is written.
 *
 * @example
 * ```ts
 * import { generate } from "@truespec/generator";
 * import { createSourceReader, loadDescription } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const loaded = await loadDescription("openapi.yaml", { read });
 * if (loaded.ok) {
 *   const { files } = await generate(loaded.description, {
 *     emit: ["types", "client"],
 *     source: "openapi.yaml",
 *     command: "npx truespec generate",
 *   });
 *   console.log(files.map((file) => file.path));
 * }
 * ```
 */
export async function generate(
  described: Description,
  options: GenerateOptions,
): Promise<Generation> {
  const description = leaveOut(described, options);
  const names = nameDescription(description, options.hooks);
  const banner = printBanner(options);
  const source = {
    description,
    names,
    banner,
    types: { ...defaultTypesOptions, ...options.types },
  };
  // Started first: somebody else may compile them beside what follows
  const validators = startValidators(source, options);
  const parts: Generation[] = [];
  if (options.emit.includes("types")) {
    await options.report?.("types");
    parts.push(await emitTypes(source));
  }
  if (options.emit.includes("client")) {
    await options.report?.("client");
    parts.push(await emitClientModule(source, options));
  }
  if (options.emit.includes("validators")) {
    await options.report?.("validators");
    parts.push(await validators());
  }
  if (options.packageName !== undefined) {
    parts.push({ files: emitPackage({ description, names, options }), diagnostics: [] });
  }
  return {
    files: parts.flatMap((part) => part.files),
    diagnostics: parts.flatMap((part) => part.diagnostics),
  };
}

function leaveOut(description: Description, { hooks }: GenerateOptions): Description {
  const include = hooks?.includeOperation;
  return include === undefined
    ? description
    : { ...description, operations: description.operations.filter(include) };
}

async function emitClientModule(
  source: TypesSource,
  options: GenerateOptions,
): Promise<Generation> {
  const typesModule = findTypesModule(options)?.fromRoot;
  if (typesModule === undefined) {
    return { files: [], diagnostics: [missingTypes] };
  }
  // ts-morph takes a third of a second to load.
  const { emitClient } = await import("./client/emit.ts");
  return { files: [emitClient({ ...source, typesModule })], diagnostics: [] };
}

/**
 * Sets off the validators where the caller compiles them in its own way; else they wait for their turn.
 *
 * @returns what waits for them
 */
function startValidators(source: TypesSource, options: GenerateOptions): () => Promise<Generation> {
  const emit = () => emitValidatorsModule(source, options);
  if (!options.emit.includes("validators") || options.compileValidators === undefined) return emit;
  const started = emit();
  // Whatever fails first is told; this one's failure is told when its turn comes.
  started.catch(() => {});
  return () => started;
}

/** Without types to import, the declarations bring their own. */
async function emitValidatorsModule(
  source: TypesSource,
  options: GenerateOptions,
): Promise<Generation> {
  const typesModule = findTypesModule(options)?.fromFolder;
  const validators = await emitValidators({
    ...source,
    typesModule: typesModule ?? "./types.js",
    validators: options.validators ?? {},
    compile: options.compileValidators,
  });
  if (typesModule !== undefined) {
    return validators;
  }
  const types = await emitTypes(source);
  const declared = types.files.map(({ text }) => ({ path: "validators/types.d.ts", text }));
  return {
    files: [...validators.files, ...declared],
    diagnostics: [...types.diagnostics, ...validators.diagnostics],
  };
}

const missingTypes: GenerateDiagnostic = {
  code: "missing-types",
  severity: "error",
  message: "A client needs types, and none are generated; no client was made.",
  hint: "Add `types` to `emit`, or name the package that has them as `typesFrom`.",
  pointer: "",
};
