// @ts-check
// Bundles the package in the working directory: each of its entries, and what they share, as few
// modules. A command loads hundreds of small ones a quarter slower.
import { readFileSync, rmSync } from "node:fs";
import { rolldown } from "rolldown";
import { writeLicences } from "./licences.mjs";
import { openapiTypescript } from "./openapi-typescript.mjs";

/**
 * @type {{
 *   readonly exports: Readonly<Record<string, string | { readonly default: string }>>
 *   readonly dependencies?: Readonly<Record<string, string>>
 * }}
 */
const { exports, dependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports)
  .flatMap((entry) => (typeof entry === "string" ? [] : [entry.default]))
  .map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, "$1"));

rmSync("dist/parts", { recursive: true, force: true });
const build = await rolldown({
  input: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
  // What is installed along stays where it is; a dependency of development comes into the bundle.
  external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
  // Of a library nothing comes along that is not used.
  treeshake: { moduleSideEffects: [{ test: /node_modules/, sideEffects: false }] },
  plugins: [openapiTypescript()],
  platform: "node",
});
const { output } = await build.write({
  dir: "dist",
  entryFileNames: "[name].js",
  chunkFileNames: "parts/[name].js",
  sourcemap: true,
});
await build.close();
writeLicences(
  output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : [])),
  "dist",
);
