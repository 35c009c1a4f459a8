import {
  collectAnnotations,
  createEvaluator,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { type AnnotationCase, readAnnotationTests } from "./suite.ts";

const folder = process.env["TRUESPEC_SUITES"];

describe("the annotation tests of the JSON Schema test suite", () => {
  if (folder === undefined) {
    test("every case", (context) => context.skip("TRUESPEC_SUITES names no folder"));
    return;
  }
  test.each(readAnnotationTests(folder))("%s", (_, cases) => {
    expect(cases.length).toBeGreaterThan(0);
    for (const one of cases) checkCase(one);
  });
});

function checkCase(one: AnnotationCase): void {
  const remotes = new Map(Object.entries(one.externalSchemas ?? {}));
  const evaluate = createEvaluator(openSchemas(one.schema, { remotes }), "");
  for (const { instance, assertions } of one.tests) {
    const annotations = collectAnnotations(evaluate(instance));
    for (const { location, keyword, expected } of assertions) {
      const told = annotations
        .filter((other) => other.keyword === keyword && other.instanceLocation === location)
        .map(({ absoluteKeywordLocation, value }) => [
          absoluteKeywordLocation.slice(0, absoluteKeywordLocation.lastIndexOf("/")),
          value,
        ]);
      const want = Object.entries(expected).map(([schema, value]) => [
        toAbsolute(one.schema, schema),
        value,
      ]);
      expect(Object.fromEntries(told), one.description).toEqual(Object.fromEntries(want));
    }
  }
}

/** The suite names schemas by their place in the document, output by the `$id` around them. */
function toAbsolute(schema: JsonValue, location: string): string {
  if (!location.startsWith("#")) return location;
  let [base, path, value] = ["", "", schema];
  for (const token of ["", ...location.slice(1).split("/").slice(1)]) {
    const step = decodeURIComponent(token);
    value = step === "" ? value : ((value as Record<string, JsonValue>)[step] ?? null);
    path = step === "" ? path : `${path}/${token}`;
    const id = (value as Record<string, JsonValue> | null)?.["$id"];
    if (typeof id !== "string") continue;
    base = base === "" ? id : new URL(id, base).href;
    path = "";
  }
  return `${base}#${path}`;
}
