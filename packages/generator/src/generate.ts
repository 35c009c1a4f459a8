import type { Description } from "@truespec/openapi";
import { nameDescription } from "./names/names.ts";
import type { GenerateDiagnostic, GeneratedFile, GenerateOptions } from "./options.ts";
import { printBanner } from "./print/banner.ts";
import { emitTypes } from "./types/emit.ts";

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
 * const { files } = await generate(description, {
 *   emit: ["types", "client"],
 *   source: "openapi.yaml",
 *   command: "npx truespec generate",
 * });
 * ```
 */
export async function generate(
  description: Description,
  options: GenerateOptions,
): Promise<Generation> {
  const names = nameDescription(description);
  const banner = printBanner(options);
  const parts: Generation[] = [];
  if (options.emit.includes("types")) {
    parts.push(await emitTypes({ description, names, banner }));
  }
  return {
    files: parts.flatMap((part) => part.files),
    diagnostics: parts.flatMap((part) => part.diagnostics),
  };
}
