import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type GenerateDiagnostic,
  type GenerateOptions,
  generate,
  planWrite,
  writeFiles,
} from "@truespec/generator";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";

/** A folder of its own, with what was generated into it. */
export interface Generated {
  readonly folder: string;
  readonly files: readonly string[];
  readonly diagnostics: readonly GenerateDiagnostic[];
}

/** Loads a description from this machine; fails where it cannot be loaded. */
export async function load(path: string): Promise<Description> {
  const loaded = await loadDescription(path, { read: createSourceReader({ allowNetwork: false }) });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  return loaded.description;
}

/** Generates into a new folder below the system's temporary one. */
export async function generateInto(
  description: Description,
  options: Pick<GenerateOptions, "emit" | "packageName" | "typesFrom" | "types">,
): Promise<Generated> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-generated-"));
  const source = { source: "api.yaml", command: "truespec generate" };
  const { files, diagnostics } = await generate(description, { ...options, ...source });
  const { written } = await writeFiles(await planWrite(files, folder));
  return { folder, files: written, diagnostics };
}
