import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

interface Row {
  readonly name: string;
  readonly program: string;
  readonly minified: number;
  readonly gzipped: number;
  /** What is for those who use it. */
  readonly without: RegExp;
}

const source = (path: string) => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));

/** What vitest's own bundler makes of a program, minified, without what it loads only later. */
async function bundle(program: string): Promise<string> {
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
  const chunks = new Map<string, { code: string; imports: readonly string[] }>(
    output.map((chunk: { fileName: string }) => [chunk.fileName, chunk]),
  );
  const needed = new Set<string>([output[0].fileName]);
  for (const name of needed) for (const next of chunks.get(name)?.imports ?? []) needed.add(next);
  return [...needed].map((name) => chunks.get(name)?.code ?? "").join("");
}

const call = `
import { call, createConnection, httpToken } from "${source("client/src/index.ts")}";
const connection = createConnection({}, {
  baseUrl: "https://api.example.com",
  securitySchemes: { apiKey: { write: httpToken, name: "bearer" } },
});
const responses = { 200: ["application/json"] };
console.log(await call(connection, { method: "GET", path: "/models", responses }));
`;

const openRouter = source("openrouter-client/dist/index.js");

test.for<Row>([
  {
    name: "one call",
    program: call,
    minified: 12_750,
    gzipped: 5_520,
    without: /asyncIterator|TextDecoder|URLSearchParams|~standard/,
  },
  {
    name: "OpenRouter's list of models",
    program: `
      import { createConnection, listModels } from "${openRouter}";
      console.log(await listModels(createConnection()));`,
    minified: 13_800,
    gzipped: 5_900,
    without: /asyncIterator|rss\.channel|toFixed/,
  },
  {
    name: "all of OpenRouter's methods",
    program: `
      import { createOpenRouter } from "${openRouter}";
      console.log(await createOpenRouter().models.list());`,
    minified: 20_000,
    gzipped: 7_800,
    without: /DOCTYPE|toFixed/,
  },
])("$name takes no more than it did", async ({ program, minified, gzipped, without }, context) => {
  const code = await bundle(program);
  const sizes = { minified: code.length, gzipped: gzipSync(code).length };
  await context.annotate(`${sizes.minified} bytes, ${sizes.gzipped} after gzip`);
  expect(sizes.minified).toBeLessThan(minified);
  expect(sizes.gzipped).toBeLessThan(gzipped);
  expect(code).not.toMatch(without);
  expect(code).not.toMatch(/node:|\bprocess\b|\bBuffer\b/);
});
