import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@truespec/generator";
import type { Description } from "@truespec/openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Generated, generateInto, load } from "./generate-into.ts";
import { findCalls, typeCheck } from "./type-check.ts";

const emit = ["types", "client", "validators"] as const;
let description: Description;
let generated: Generated;

beforeAll(async () => {
  description = await load("tests/generator/fixtures/api.yaml");
  generated = await generateInto(description, { emit });
});

afterAll(() => rmSync(generated.folder, { recursive: true }));

test("all three are written, and what could not be typed is told", () => {
  expect(generated.files).toEqual([
    "types.ts",
    "client.ts",
    "validators/index.js",
    "validators/index.d.ts",
    ".truespec-manifest.json",
  ]);
  const codes = generated.diagnostics.map(({ code }) => code);
  expect(codes).toContain("circular-schema");
});

test("the output type-checks under the strictest flags", () => {
  const files = ["client.ts", "types.ts", "validators/index.d.ts"];
  expect(typeCheck(files.map((file) => join(generated.folder, file)))).toEqual([]);
});

test("no text of the description becomes code", () => {
  for (const file of ["client.ts", "types.ts", "validators/index.js", "validators/index.d.ts"]) {
    const text = readFileSync(join(generated.folder, file), "utf8");
    expect(text).toMatch(/pwned/i);
    expect(findCalls(text)).not.toContain("pwned");
  }
});

test("the validators load and hold for hostile names", async () => {
  const module: Record<string, unknown> = await import(
    join(generated.folder, "validators/index.js")
  );
  const isOdd = module["isOdd"];
  if (typeof isOdd !== "function") throw new Error("isOdd is missing");
  expect(isOdd(JSON.parse('{"constructor": "b", "__proto__": 1}'))).toBe(true);
  expect(isOdd(JSON.parse('{"constructor": "b", "__proto__": "text"}'))).toBe(false);
  expect(isOdd({})).toBe(false);
});

test("the same description gives the same bytes", async () => {
  const options = { emit, source: "api.yaml", command: "truespec generate" };
  const again = await generate(await load("tests/generator/fixtures/api.yaml"), options);
  expect(again).toEqual(await generate(description, options));
});
