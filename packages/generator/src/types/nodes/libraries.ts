import { createRequire } from "node:module";

/** TypeScript, as far as the types are concerned. */
export type Compiler = typeof import("typescript");

/** What is used of openapi-typescript. */
export type Library = Pick<
  typeof import("openapi-typescript"),
  "transformSchema" | "transformSchemaObject" | "tsLiteral" | "STRING"
>;

const dist = "openapi-typescript/dist";

/** What makes nodes of schemas. */
export interface Libraries {
  readonly library: Library;
  readonly compiler: Compiler;
}

/**
 * Loads openapi-typescript and TypeScript: a seventh of a second. The library's index would load
 * Redocly's rules besides, for as long again; an `import` would read the 9 MB of `typescript` twice
 * more, for their format and their exports.
 */
export function loadLibraries(): Libraries {
  const require = createRequire(import.meta.url);
  const compiler: Compiler = require("typescript");
  const transformSchema: Library["transformSchema"] = require(`${dist}/transform/index.cjs`);
  const schemas: { readonly default: Library["transformSchemaObject"] } = require(
    `${dist}/transform/schema-object.cjs`,
  );
  const { tsLiteral, STRING }: Pick<Library, "tsLiteral" | "STRING"> = require(
    `${dist}/lib/ts.cjs`,
  );
  const transformSchemaObject = schemas.default;
  return { compiler, library: { transformSchema, transformSchemaObject, tsLiteral, STRING } };
}
