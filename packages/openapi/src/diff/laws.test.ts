import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withMembers } from "../../test/folder.ts";
import { $defs, schema, widening } from "../../test/generated-schemas.ts";
import { buildDescription } from "../build/build-description.ts";
import type { Description } from "../model/model.ts";
import type { ChangeClass } from "./change.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

type Direction = "request" | "response";

/** A description with one schema in one place. */
function describe(direction: Direction, one: JsonValue): Description {
  const content = { "application/json": { schema: one } };
  const post: JsonObject =
    direction === "request"
      ? { requestBody: { content }, responses: { 204: { description: "" } } }
      : { responses: { 200: { description: "", content } } };
  const document = withMembers({ paths: { "/a": { post } }, $defs: state($defs) });
  return buildDescription(JSON.parse(JSON.stringify(document)), {
    ...{ source: "a", sha256: "", version: "3.1.0", files: [], locate: () => undefined },
    diagnose: (fault) => ({ ...fault, source: "a", location: undefined, frame: undefined }),
  });
}

/** The classes of all changes from one schema to another. */
function classify(direction: Direction, before: JsonValue, after: JsonValue): Set<ChangeClass> {
  const { changes } = diffDescriptions(describe(direction, before), describe(direction, after));
  return new Set(changes.map((change) => change.class));
}

function verdict(classes: Set<ChangeClass>): "breaks" | "undecided" | "safe" {
  if (classes.has("breaking")) return "breaks";
  return classes.has("undecided") ? "undecided" : "safe";
}

const directions = fc.constantFrom<Direction>("request", "response");
const runs = { numRuns: 300 };

test("a description differs from itself in nothing", () => {
  fc.assert(
    fc.property(directions, schema, (direction, one) => {
      const diff = diffDescriptions(describe(direction, one), describe(direction, one));
      expect(diff).toEqual({ bump: "none", changes: [] });
    }),
    runs,
  );
});

test("what widens never breaks a request, and its contrary never a response", () => {
  fc.assert(
    fc.property(widening, ([narrow, wide]) => {
      expect(verdict(classify("request", narrow, wide))).not.toBe("breaks");
      expect(verdict(classify("response", wide, narrow))).not.toBe("breaks");
    }),
    runs,
  );
});

test("a response that changes one way is safe exactly if a request that changes the other way is", () => {
  fc.assert(
    fc.property(schema.map(state), schema.map(state), (one, other) => {
      const there = verdict(classify("response", one, other));
      const back = verdict(classify("request", other, one));
      expect(there === "safe").toBe(back === "safe");
    }),
    runs,
  );
});

test("the same change is told the same twice", () => {
  fc.assert(
    fc.property(directions, schema, schema, (direction, one, other) => {
      const [first, second] = [1, 2].map(() =>
        JSON.stringify(diffDescriptions(describe(direction, one), describe(direction, other))),
      );
      expect(first).toBe(second);
    }),
    { numRuns: 100 },
  );
});

/**
 * The schema, with what it says nothing of allowed aloud: then no side reads silence in its way.
 */
function state(one: JsonValue): JsonValue {
  if (isJsonArray(one)) return one.map(state);
  if (!isJsonObject(one)) return one;
  const members = Object.entries(one).map(([key, value]) => [
    key,
    ["enum", "const"].includes(key) ? value : state(value),
  ]);
  const stated: JsonObject = Object.fromEntries(members);
  return isJsonObject(one["properties"]) && !Object.hasOwn(one, "additionalProperties")
    ? { ...stated, additionalProperties: true }
    : stated;
}
