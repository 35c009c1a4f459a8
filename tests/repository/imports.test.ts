import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Which of our packages each room may import: the table of ARCHITECTURE.md. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "json-schema": [],
  openapi: ["@truespec/json-schema"],
  generator: ["@truespec/openapi", "@truespec/json-schema"],
  client: [],
  "drift-check": ["@truespec/openapi", "@truespec/json-schema"],
  cli: ["@truespec/openapi", "@truespec/generator", "@truespec/drift-check"],
  "openrouter-types": [],
  "openrouter-validators": ["@truespec/openrouter-types"],
  "openrouter-client": ["@truespec/openrouter-types", "@truespec/client"],
  "openrouter-server": [],
};

const rooms = readdirSync("packages");

/** What is published: `src/`, or the files beside `package.json` where a package is generated. */
function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /^(src\/.*|[^/]*|validators\/.*)\.ts$/.test(path))
    .filter((path) => !path.endsWith(".test.ts"))
    .map((path) => join(folder, path));
}

function findImports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function packageOf(specifier: string): string {
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

function isOutside(specifier: string): boolean {
  return !specifier.startsWith(".") && !specifier.startsWith("node:");
}

test("every package has its line here", () => {
  expect(Object.keys(allowed).sort()).toEqual([...rooms].sort());
});

describe.each(rooms)("packages/%s", (room) => {
  const files = listSources(join("packages", room));
  const imports = files.flatMap((file) => findImports(file).map((to) => ({ file, to })));

  test("imports only the rooms that it may", () => {
    const ours = imports.filter(({ to }) => to.startsWith("@truespec/") || to === "truespec");
    expect(ours.filter(({ to }) => !allowed[room]?.includes(packageOf(to)))).toEqual([]);
  });

  test("declares every package that it imports, and no other", () => {
    const manifest = JSON.parse(readFileSync(join("packages", room, "package.json"), "utf8"));
    const used = new Set(imports.filter(({ to }) => isOutside(to)).map(({ to }) => packageOf(to)));
    const bare = [...used].filter((name) => builtinModules.includes(name));
    expect(bare, "built-in modules are imported as node:…").toEqual([]);
    const installed = Object.keys(manifest.dependencies ?? {}).filter(
      // The types of a library, which its own declarations here name.
      (name) => !used.has(name.replace(/^@types\//, "")) || !name.startsWith("@types/"),
    );
    const bundled = Object.keys(manifest.devDependencies ?? {}).filter(
      (name) => used.has(name) && manifest.scripts.build.includes("bundle.mjs"),
    );
    expect([...used].sort()).toEqual([...installed, ...bundled].sort());
  });

  test("has no import cycle", () => {
    const graph = new Map(
      files.map((file) => [
        resolve(file),
        findImports(file)
          .filter((to) => to.startsWith("."))
          .map((to) => resolve(dirname(file), to)),
      ]),
    );
    expect(findCycle(graph)).toEqual([]);
  });
});

/** The first ring of files that import each other; empty where there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const ring = visit(next, [...path, file]);
      if (ring.length > 0) return ring;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const ring = visit(file, []);
    if (ring.length > 0) return ring;
  }
  return [];
}
