import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { compileModule, openSchemas } from "../index.ts";

const schema = {
  $defs: {
    A: { type: "object", properties: { a: { $ref: "#/$defs/Shared" } }, title: "title of A" },
    B: { type: "string", pattern: "only-in-B", enum: ["a"] },
    Shared: { type: "string", maxLength: 7 },
  },
};
const targets = [
  { name: "A", pointer: "/$defs/A" },
  { name: "B", pointer: "/$defs/B" },
];

/** What vitest's own bundler leaves of the module where only this is imported from it. */
async function bundle(imported: string): Promise<string> {
  const vitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
  const vite = createRequire(vitest.resolve("vite"));
  const { rolldown } = await import(vite.resolve("rolldown"));
  const { code } = compileModule(openSchemas(schema), targets);
  const sources: Readonly<Record<string, string>> = {
    main: `export { ${imported} } from "module";`,
    module: code,
  };
  const build = await rolldown({
    input: "main",
    plugins: [{ name: "memory", resolveId: (id: string) => id, load: (id: string) => sources[id] }],
  });
  const { output } = await build.generate({ format: "esm" });
  return String(output[0].code);
}

test.each<[string, readonly string[], readonly string[]]>([
  [
    "isA",
    ["> 7"],
    ["only-in-B", "title of A", "errors", "formatError", "wordings", "~standard", "/$defs/A"],
  ],
  ["isB", ["only-in-B"], ["> 7", "errors", "formatError", "~standard", "codePointLength"]],
  [
    "validateA",
    ["> 7", "errors", "/$defs/Shared", "checkMaxLength"],
    ["only-in-B", "wordings", "title of A", "checkPattern", "checkEnum"],
  ],
  ["A", ["formatError", "wordings", "~standard"], ["only-in-B", "title of A"]],
  ["AJsonSchema", ["title of A", "maxLength"], ["only-in-B", "formatError", "errors.push"]],
])("who imports %s alone gets no more", async (imported, kept, dropped) => {
  const code = await bundle(imported);
  expect(kept.filter((text) => !code.includes(text))).toEqual([]);
  expect(dropped.filter((text) => code.includes(text))).toEqual([]);
});
