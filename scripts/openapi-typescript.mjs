// @ts-check
// A plugin for bundlers: gives openapi-typescript the TypeScript that the generator has loaded already, and
// two functions of ours where it would bring along a linter.
import { join } from "node:path";

const nodes = join(import.meta.dirname, "../packages/generator/src/types/nodes");
const ours = new Map([
  ["typescript", join(nodes, "compiler.ts")],
  ["@redocly/openapi-core/lib/ref-utils.js", join(nodes, "ref-utils.ts")],
]);

/** @returns {{ readonly name: string, readonly resolveId: (id: string, importer?: string) => string | undefined }} */
export function openapiTypescript() {
  return {
    name: "openapi-typescript",
    resolveId: (id, importer = "") =>
      /[\\/]node_modules[\\/]openapi-typescript[\\/]/.test(importer) ? ours.get(id) : undefined,
  };
}
