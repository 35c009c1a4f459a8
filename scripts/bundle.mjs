// @ts-check
// Bundles the package in the working directory: each of its entries, and what they share, as few
// modules. A command loads hundreds of small ones a quarter slower.
import { readFileSync, rmSync } from "node:fs";
import { rolldown } from "rolldown";

/** @type {{ readonly exports: Readonly<Record<string, string | { readonly default: string }>> }} */
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports)
  .flatMap((entry) => (typeof entry === "string" ? [] : [entry.default]))
  .map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, "$1"));

rmSync("dist/parts", { recursive: true, force: true });
const build = await rolldown({
  input: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
  // What stands in other packages stays there; only the bundler's own helpers come along.
  external: /^(?!@oxc-project\/)[^./\0]/,
  platform: "node",
});
await build.write({
  dir: "dist",
  entryFileNames: "[name].js",
  chunkFileNames: "parts/[name].js",
  sourcemap: true,
});
await build.close();
