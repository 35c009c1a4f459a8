import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

/** One call of one operation, as a program with a generated client makes it. */
const program = `
import { call, createConnection, httpToken } from "${fileURLToPath(new URL("index.ts", import.meta.url))}";
const connection = createConnection({}, {
  baseUrl: "https://api.example.com",
  securitySchemes: { apiKey: { write: httpToken, name: "bearer" } },
});
const responses = { 200: ["application/json"] };
console.log(await call(connection, { method: "GET", path: "/models", responses }));
`;

/** What vitest's own bundler makes of the program, minified. */
async function bundle(): Promise<string> {
  const vitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
  const vite = createRequire(vitest.resolve("vite"));
  const { rolldown } = await import(vite.resolve("rolldown"));
  const main = fileURLToPath(new URL("program.ts", import.meta.url));
  const plugin = {
    name: "memory",
    resolveId: (id: string) => (id === "main" ? main : undefined),
    load: (id: string) => (id === main ? program : undefined),
  };
  const build = await rolldown({ input: "main", plugins: [plugin] });
  const { output } = await build.generate({ format: "esm", minify: true });
  return String(output[0].code);
}

test("one call takes no more than it did", async (context) => {
  const code = await bundle();
  const sizes = { minified: code.length, gzipped: gzipSync(code).length };
  await context.annotate(`${sizes.minified} bytes, ${sizes.gzipped} after gzip`);
  expect(sizes.minified).toBeLessThan(13_400);
  expect(sizes.gzipped).toBeLessThan(5_700);
  // Pages, streams, forms and schemas are for those who use them.
  expect(code).not.toMatch(/asyncIterator|TextDecoder|URLSearchParams|~standard/);
  expect(code).not.toMatch(/node:|\bprocess\b|\bBuffer\b/);
});
