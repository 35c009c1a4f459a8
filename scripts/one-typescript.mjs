// @ts-check
// A plugin of bundlers: openapi-typescript gets the TypeScript that the generator has loaded already.
import { join } from "node:path";

const compiler = join(import.meta.dirname, "../packages/generator/src/types/nodes/compiler.ts");

/** @returns {{ readonly name: string, readonly resolveId: (id: string, importer?: string) => string | undefined }} */
export function oneTypeScript() {
  return {
    name: "one-typescript",
    resolveId: (id, importer = "") =>
      id === "typescript" && importer.includes("/openapi-typescript/") ? compiler : undefined,
  };
}
