import { expect, test } from "vitest";
import { answers, documentOf, loadApi } from "../../test/api.ts";
import { DriftCheckError } from "../error.ts";
import { observe } from "../observe/observe.ts";
import { emptyProfile, mergeProfiles } from "./merge.ts";
import { printProfile } from "./print-profile.ts";
import { readProfile } from "./read-profile.ts";

const document = documentOf({
  type: "array",
  items: {
    type: "object",
    required: ["id"],
    properties: { id: { type: "integer" }, tag: { enum: ["a"] } },
  },
});

const bodies = Array.from({ length: 30 }, (_, index) => [
  {
    id: index,
    tag: `t${index % 5}`,
    ["__proto__"]: index,
    [`f${index % 3}`]: { deep: [index, "x"] },
  },
  ...(index % 2 === 0 ? [{ id: String(index) }] : [{}]),
]);

async function observed(): Promise<readonly ReturnType<typeof readProfile>[]> {
  const { description } = await loadApi(document);
  return Promise.all(
    answers(bodies, { time: "2026-01-01T00:00:00.000Z" }).map((item) =>
      observe(description, [item]),
    ),
  );
}

test("one after another, in reverse or merged as a tree: the same bytes", async () => {
  const { description } = await loadApi(document);
  const parts = await observed();
  const whole = await observe(description, answers(bodies, { time: "2026-01-01T00:00:00.000Z" }));
  const tree = mergeProfiles([
    mergeProfiles(parts.slice(20)),
    mergeProfiles([emptyProfile, ...parts.slice(0, 20).reverse()]),
  ]);
  expect(printProfile(tree)).toBe(printProfile(whole));
});

test("what is printed reads back the same", async () => {
  const profile = mergeProfiles(await observed());
  const text = printProfile(profile);
  expect(printProfile(readProfile(JSON.parse(text)))).toBe(text);
});

const nothingSeen = {
  ...{ version: 1, description: "", salt: "", exchanges: 0, matched: 0, problems: [] },
  ...{ exchangeCounts: [], places: [], families: [] },
};

test.each<[string, unknown]>([
  ["null", null],
  ["another version", { ...nothingSeen, version: 2 }],
  ["no families", { ...nothingSeen, families: undefined }],
  ["a family of no kind", { ...nothingSeen, families: [{ kind: "odd" }] }],
  [
    "a problem of no kind",
    { ...nothingSeen, problems: [{ exchange: "a", kind: "odd", message: "" }] },
  ],
  ["a count that is none", { ...nothingSeen, exchanges: -1 }],
])("%s is no profile", (_name, raw) => {
  expect(readProfile(nothingSeen).exchanges).toBe(0);
  expect(() => readProfile(raw)).toThrow(DriftCheckError);
});

/** The value with each of its parts in turn replaced by another. */
function* withEachReplaced(value: unknown, replacement: unknown): Iterable<unknown> {
  yield replacement;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const one of withEachReplaced(item, replacement)) yield value.with(index, one);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value))
      for (const one of withEachReplaced(member, replacement)) yield { ...value, [name]: one };
  }
}

test.each([null, true, -1, 0.5, "x", {}, [], [{}]])(
  "%j where something else belongs",
  async (one) => {
    const whole = JSON.parse(printProfile(mergeProfiles((await observed()).slice(0, 3))));
    const outcomes = [...withEachReplaced(whole, one)].map((raw) => {
      try {
        return typeof printProfile(readProfile(raw));
      } catch (error) {
        return error instanceof DriftCheckError ? error.code : error;
      }
    });
    expect([...new Set(outcomes)].sort()).toEqual(["profile-invalid", "string"]);
  },
);
