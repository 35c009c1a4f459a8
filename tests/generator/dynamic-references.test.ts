import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { judgeValues } from "./agreement/generated.ts";

const text = { type: "string" };
const bind = (T: object) => ({ $defs: { T: { $dynamicAnchor: "T", ...T } } });
const object = (properties: object, required: readonly string[] = []) => ({
  ...{ type: "object", properties },
  required,
});
const tree = {
  data: text,
  children: { type: "array", items: { $dynamicRef: "#node" } },
};

/** The same list for whatever its user binds, trees that are extended, and what stands between. */
const schemas = {
  List: { $id: "list", type: "array", items: { $dynamicRef: "#T" }, ...bind({}) },
  Names: { $id: "names", $ref: "list", ...bind(text) },
  Ages: { $id: "ages", $ref: "list", ...bind({ type: "integer" }) },
  Page: { $id: "page", ...object({ list: { $ref: "list" }, next: text }, ["list"]) },
  NamePage: { $id: "name-page", $ref: "page", ...bind(text) },
  Pages: { $id: "pages", ...object({ names: { $ref: "names" } }), ...bind({ type: "boolean" }) },
  Tree: { $id: "tree", $dynamicAnchor: "node", ...object(tree) },
  Strict: { $id: "strict", $dynamicAnchor: "node", $ref: "tree", unevaluatedProperties: false },
  Labelled: {
    ...{ $id: "labelled", $dynamicAnchor: "node", $ref: "tree" },
    ...object({ label: text }, ["label"]),
  },
  Forest: { $id: "forest", ...object({ labelled: { $ref: "labelled" }, any: { $ref: "tree" } }) },
  Static: { $id: "static", items: { $dynamicRef: "#T" }, $defs: { T: { $anchor: "T", ...text } } },
  Bound: { $id: "bound", $ref: "static", type: "array", ...bind({ type: "integer" }) },
};

const leaf = { data: "a", children: [] };
const label = { ...leaf, label: "l" };

/** What each says of values; what is `wide` breaks a rule that types do not state. */
const rows: readonly {
  readonly schema: keyof typeof schemas;
  readonly right: readonly JsonValue[];
  readonly wrong: readonly JsonValue[];
  readonly wide?: readonly JsonValue[];
}[] = [
  { schema: "List", right: [[], [1, "a", null]], wrong: [{}, "a"] },
  { schema: "Names", right: [[], ["a"]], wrong: [[1], [["a"]], "a"] },
  { schema: "Ages", right: [[], [1]], wrong: [["a"]] },
  { schema: "Page", right: [{ list: [1, "a"] }], wrong: [{ list: 1 }, {}] },
  { schema: "NamePage", right: [{ list: ["a"], next: "n" }], wrong: [{ list: [1] }, {}] },
  { schema: "Pages", right: [{ names: [true] }], wrong: [{ names: ["a"] }, { names: [1] }] },
  { schema: "Tree", right: [leaf, { children: [leaf, {}] }], wrong: [{ children: [1] }] },
  {
    schema: "Strict",
    right: [leaf, { data: "a", children: [leaf] }],
    wrong: [{ children: [{ data: 1 }] }],
    wide: [label, { children: [label] }],
  },
  {
    schema: "Labelled",
    right: [label, { ...label, children: [label] }],
    wrong: [leaf, { ...label, children: [leaf] }, { ...label, children: [{ label: 1 }] }],
  },
  {
    schema: "Forest",
    right: [{ labelled: { ...label, children: [label] }, any: { children: [leaf] } }],
    wrong: [{ labelled: { ...label, children: [leaf] } }, { any: { children: [1] } }],
  },
  { schema: "Static", right: [["a"]], wrong: [[1]] },
  { schema: "Bound", right: [["a"]], wrong: [[1]] },
];

test("types and validators agree on what dynamic references mean", async () => {
  const kinds = ["right", "wrong", "wide"] as const;
  const values = rows.flatMap((row) =>
    kinds.flatMap((kind) =>
      (row[kind] ?? []).map((value) => ({ schema: row.schema, value, kind })),
    ),
  );
  const judgements = await judgeValues(await loadParts({ components: { schemas } }), values);
  const found = values.map((value, index) => ({ ...value, ...judgements[index] }));
  const want = values.map((value) => {
    const isValid = value.kind === "right";
    return { ...value, isValid, validates: isValid, type: value.kind !== "wrong" };
  });
  expect(found).toEqual(want);
});
