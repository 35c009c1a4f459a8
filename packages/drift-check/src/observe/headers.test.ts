import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { propose } from "../../test/propose.ts";
import { mergeMembers } from "../propose/merge-members.ts";
import type { HeaderField } from "../read/exchange.ts";

const integers = { type: "array", items: { type: "integer" } };

/** `GET /things` whose answer has these headers. */
function withHeaders(headers: JsonObject): JsonObject {
  const responses = { 200: { headers } };
  return mergeMembers(documentOf({}), { paths: { "/things": { get: { responses } } } });
}

const total = { "X-Total": { required: true, schema: { type: "integer" } } };
const other = { name: "sunset", value: "Thu, 01 Jan 2026 00:00:00 GMT" };
const sunset = { Sunset: {} };

test.each<[string, JsonObject, readonly HeaderField[], readonly string[]]>([
  ["as described", total, [{ name: "x-total", value: "7" }], []],
  [
    "of another type",
    total,
    [{ name: "x-total", value: "many" }],
    ["breaking type-mismatch /header/x-total 1 of 1"],
  ],
  [
    "missing",
    { ...total, ...sunset },
    [other],
    ["breaking missing-required /header/x-total 1 of 1"],
  ],
  ["missing, and optional", { "X-A": { schema: { type: "integer" } }, ...sunset }, [other], []],
  ["not recorded at all", total, [], []],
  [
    "a list",
    { "X-A": { schema: integers } },
    [{ name: "x-a", value: "1, x" }],
    ["breaking type-mismatch /header/x-a/* 1 of 2"],
  ],
  [
    "JSON",
    { "X-A": { content: { "application/json": { schema: { required: ["a"] } } } } },
    [{ name: "x-a", value: "{}" }],
    ["breaking missing-required /header/x-a/a 1 of 1"],
  ],
  [
    "a credential",
    { "X-Api-Key": { schema: { type: "integer" } } },
    [{ name: "x-api-key", value: "REDACTED" }],
    [],
  ],
  ["what carries the message", { "Content-Length": { required: true }, ...sunset }, [other], []],
])("a header: %s", async (_name, described, headers, want) => {
  const { findings } = await propose(withHeaders(described), answers([null], { headers }));
  const brief = findings.map(
    ({ severity, kind, location, n, total: all }) =>
      `${severity} ${kind} ${location} ${n} of ${all}`,
  );
  expect(brief).toEqual(want);
});

test("the type of a header is proposed as that of a field is", async () => {
  const headers = [{ name: "x-total", value: "many" }];
  const { proposal, after } = await propose(withHeaders(total), answers([null], { headers }));
  expect(proposal.refused).toEqual([]);
  expect(after).toEqual([]);
});
