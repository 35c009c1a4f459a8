import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DriftCheckError } from "../error.ts";
import { parseProbes } from "./probes.ts";

test("the probes of OpenRouter's Models API", () => {
  const text = readFileSync("openapi/openrouter/probes.yaml", "utf8");
  const probes = parseProbes(text, "probes.yaml");
  expect(
    probes.map(({ operation, query, auth }) => [operation, Object.fromEntries(query), auth]),
  ).toEqual([
    ["GET /models", {}, false],
    ["GET /models", { output_modalities: ["all"] }, false],
    ["GET /models", { use_rss: ["true"] }, false],
    ["GET /models/count", {}, false],
    ["GET /model/{author}/{slug}", {}, false],
    ["GET /models/user", {}, true],
  ]);
  expect(Object.fromEntries(probes[4]?.path ?? [])).toEqual({ author: "openai", slug: "gpt-4o" });
});

test("numbers, flags and lists are texts of a query", () => {
  const [probe] = parseProbes(
    "probes:\n  - operation: get /a\n    query: { n: 1, b: false, l: [x, 2] }\n    headers: { X-A: 1 }\n",
    "p.yaml",
  );
  expect(probe?.operation).toBe("GET /a");
  expect(Object.fromEntries(probe?.query ?? [])).toEqual({ n: ["1"], b: ["false"], l: ["x", "2"] });
  expect(Object.fromEntries(probe?.headers ?? [])).toEqual({ "X-A": "1" });
});

describe("what is no probes file", () => {
  test.each<[string, string, string]>([
    ["nothing", "", "p.yaml:1: the file should be a mapping"],
    ["a list", "- a\n", "p.yaml:1: the file should be a mapping"],
    ["no YAML", "probes: [\n", "p.yaml:2: it is not YAML"],
    ["no list", "probes: {}\n", "p.yaml:1: `probes` should be a list"],
    [
      "an unknown field",
      "probes:\n  - operation: GET /a\n    queri: {}\n",
      'p.yaml:3: there is no field "queri"',
    ],
    [
      "no operation",
      "probes:\n  - query: {}\n",
      "p.yaml:2: `operation` should be a method and a path",
    ],
    ["a POST", "probes:\n\n  - operation: POST /a\n", "p.yaml:3: a probe may only GET or HEAD"],
    [
      "a query of lists of lists",
      "probes:\n  - operation: GET /a\n    query: { a: [[1]] }\n",
      "p.yaml:3: `query`",
    ],
    [
      "a nested path",
      "probes:\n  - operation: GET /a\n    path: { a: { b: 1 } }\n",
      "p.yaml:3: `path`",
    ],
    [
      "a credential",
      "probes:\n  - operation: GET /a\n    headers: { Authorization: x }\n",
      "p.yaml:3: the header Authorization is a credential",
    ],
    [
      "a flag that is none",
      "probes:\n  - operation: GET /a\n    auth: maybe\n",
      "p.yaml:3: `auth`",
    ],
  ])("%s", (_name, text, want) => {
    const read = () => parseProbes(text, "p.yaml");
    expect(read).toThrow(DriftCheckError);
    expect(read).toThrow(want);
  });
});
