import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const script = join(import.meta.dirname, "compare-structure.mjs");
const published = join(import.meta.dirname, "../openapi/openrouter/openapi.yaml");
const folder = mkdtempSync(join(tmpdir(), "compare-structure-"));

/** Runs the script as a user would. */
function compare(...files: readonly string[]): { code: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [script, ...files], { encoding: "utf8" });
  return { code: status, lines: stdout.split("\n").filter((line) => line !== "") };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A small description in JSON with `schema` in place of its only schema. */
function description(schema: unknown): string {
  return JSON.stringify({ openapi: "3.1.0", components: { schemas: { Thing: schema } } });
}

const thing = "#/components/schemas/Thing";

interface Comparison {
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly want: readonly string[];
}

test.each<Comparison>([
  {
    name: "prose is left out",
    a: { type: "string", description: "one", title: "One", examples: ["a"] },
    b: { type: "string", description: "two", example: "b" },
    want: [],
  },
  {
    name: "the order of keys, enum and required says nothing",
    a: { type: "object", required: ["a", "b"], properties: { a: {}, b: { enum: [1, 2] } } },
    b: { properties: { b: { enum: [2, 1] }, a: {} }, required: ["b", "a"], type: "object" },
    want: [],
  },
  {
    name: "a property called description is structure",
    a: { properties: { description: { type: "string" }, title: {} } },
    b: { properties: { title: {} } },
    want: [`${thing}/properties/description: only in the first: {"type":"string"}`],
  },
  {
    name: "the description of a property called properties is prose",
    a: { properties: { properties: { description: "one" } } },
    b: { properties: { properties: { description: "two" } } },
    want: [],
  },
  {
    name: "a default value called description is data",
    a: { default: { description: "one" } },
    b: { default: { description: "two" } },
    want: [`${thing}/default/description: "one" in the first, "two" in the second`],
  },
  {
    name: "an enum value and a required name of one side only",
    a: { required: ["a"], properties: { "a/b~": { enum: ["x", "y"] } } },
    b: { properties: { "a/b~": { enum: ["x", "z"] } } },
    want: [
      `${thing}/required: only in the first: ["a"]`,
      `${thing}/properties/a~1b~0/enum: only in the first: "y"`,
      `${thing}/properties/a~1b~0/enum: only in the second: "z"`,
    ],
  },
  {
    name: "types that differ, and null for an object",
    a: { type: "string", items: {} },
    b: { type: ["string", "null"], items: null },
    want: [
      `${thing}/type: "string" in the first, ["string","null"] in the second`,
      `${thing}/items: {} in the first, null in the second`,
    ],
  },
  {
    name: "keys that objects inherit are keys like any other",
    a: { properties: { constructor: { type: "string" } } },
    b: { properties: {} },
    want: [`${thing}/properties/constructor: only in the first: {"type":"string"}`],
  },
])("$name", ({ a, b, want }) => {
  const result = compare(write("a.json", description(a)), write("b.json", description(b)));
  expect(result).toEqual({ code: want.length === 0 ? 0 : 1, lines: want });
});

test("parameters are compared, though they are a list here and a map there", () => {
  const get = (name: string) => ({ parameters: [{ name, in: "query", description: name }] });
  const text = (name: string) =>
    JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: get(name) } } });
  const result = compare(write("a.json", text("q")), write("b.json", text("r")));
  expect(result.lines).toEqual([
    '#/paths/~1a/get/parameters/0/name: "q" in the first, "r" in the second',
  ]);
});

test("a page with a fenced description is read, other fences are passed over", () => {
  const page = `# Page\n\n\`\`\`yaml\na: 1\n\`\`\`\n\n\`\`\`yaml\nopenapi: 3.1.0\ninfo: {title: A}\n\`\`\`\n`;
  const plain = write("plain.yaml", "openapi: 3.1.0\ninfo: {title: B}\n");
  expect(compare(write("page.md", page), plain)).toEqual({ code: 0, lines: [] });
});

test.each([
  ["no arguments", []],
  ["one argument", [published]],
  ["a file that is not there", [published, join(folder, "none.yaml")]],
  ["a page without a description", [published, write("empty.md", "# nothing\n")]],
])("%s: exit code 2 and nothing on standard output", (_, files) => {
  expect(compare(...files)).toEqual({ code: 2, lines: [] });
});

const seeds = process.env["TRUESPEC_SEEDS"];
const seed = seeds && readdirSync(seeds).find((name) => name.startsWith("000_"));

test("the published description has the structure of the page it comes from", (context) => {
  if (!seeds || !seed) return context.skip("TRUESPEC_SEEDS names no folder with the page");
  const page = join(seeds, seed);
  expect(compare(published, page)).toEqual({ code: 0, lines: [] });

  // The script leaves the order of keys aside; generators follow it, so here it counts.
  const block = /```yaml\n(.*?)```/s.exec(readFileSync(page, "utf8"))?.[1] ?? "";
  const theirs = parse(block);
  const ours = parse(readFileSync(published, "utf8"));
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  expect(Object.keys(ours.components.schemas)).toEqual(Object.keys(theirs.components.schemas));
  for (const [name, schema] of Object.entries<{ properties?: object }>(theirs.components.schemas)) {
    const keys = Object.keys(schema.properties ?? {});
    expect(Object.keys(ours.components.schemas[name].properties ?? {})).toEqual(keys);
  }
});
