import type { Description } from "@truespec/openapi";
import type { Names } from "../names/names.ts";
import type { GenerateDiagnostic, GeneratedFile } from "../options.ts";
import { printAliases } from "./aliases.ts";
import type { TypesOptions } from "./options.ts";
import { type PreparedDocument, prepareDocument } from "./prepare/document.ts";
import { printWire } from "./wire.ts";

/** What `types.ts` is made from. */
export interface TypesSource {
  readonly description: Description;
  readonly names: Names;
  readonly banner: string;
  readonly types: TypesOptions;
}

/** `types.ts`: the interfaces of openapi-typescript, and a named type for each schema, parameter object and body. */
export async function emitTypes(source: TypesSource): Promise<{
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly GenerateDiagnostic[];
}> {
  const { typesBackend } = await import("./openapi-typescript.ts");
  const prepared = await prepare(source);
  const types = typesBackend.printTypes(prepared);
  const aliases = printAliases({ ...source, operationKeys: prepared.operationKeys });
  return {
    files: [
      { path: "types.ts", text: `${source.banner}\n${types}${printWire(source.types)}${aliases}` },
    ],
    diagnostics: prepared.diagnostics,
  };
}

/** Hardly any description refers by `$id` or an anchor: what it takes to find these is done where something is missing. */
async function prepare({ description, types }: TypesSource): Promise<PreparedDocument> {
  const prepared = prepareDocument(description, types);
  if (prepared.unresolved.size === 0) {
    return prepared;
  }
  const { pointReferences } = await import("./prepare/identifiers.ts");
  const { document } = pointReferences(description.document);
  return prepareDocument({ ...description, document }, types);
}
