import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "../names/names.ts";
import { emitTypes } from "./emit.ts";
import { defaultTypesOptions } from "./options.ts";

const text = { type: "string" };
const list = {
  $id: "list",
  type: "array",
  items: { $dynamicRef: "#T" },
  $defs: { T: { $dynamicAnchor: "T" } },
};
const bind = (T: object) => ({ $defs: { T: { $dynamicAnchor: "T", ...T } } });
const tree = {
  ...{ $id: "tree", $dynamicAnchor: "node", type: "object" },
  properties: { data: text, children: { type: "array", items: { $dynamicRef: "#node" } } },
};

interface Case {
  readonly name: string;
  readonly schemas: object;
  readonly has: readonly string[];
  /** Of the diagnostics; none by default. */
  readonly codes?: readonly string[];
}

test.each<Case>([
  {
    name: "without a dynamic scope it is a $ref",
    schemas: { T: { $dynamicAnchor: "T", ...text }, A: { $dynamicRef: "#T" } },
    has: ['A: components["schemas"]["T"];'],
  },
  {
    name: "beside a $ref it is one more",
    schemas: {
      T: { type: "object", properties: { a: text } },
      U: { $anchor: "U", type: "object", properties: { b: text } },
      A: { $ref: "#/components/schemas/T", $dynamicRef: "#U", properties: { c: text } },
    },
    has: ['A: components["schemas"]["T"] & { c?: string; } & components["schemas"]["U"];'],
  },
  {
    name: "a list of what each schema binds",
    schemas: {
      List: list,
      Names: { $id: "names", $ref: "list", ...bind(text) },
      Ages: { $id: "ages", $ref: "list", ...bind({ type: "integer" }) },
      Any: { $id: "any", type: "object", properties: { list: { $ref: "list" } } },
    },
    has: [
      'List: components["schemas"]["ComponentsSchemasList$defsT"][];',
      'Names: components["schemas"]["ListInNames"];',
      'Ages: components["schemas"]["ListInAges"];',
      'Any: { list?: components["schemas"]["List"]; };',
      'ListInNames: components["schemas"]["ComponentsSchemasNames$defsT"][];',
      'ListInAges: components["schemas"]["ComponentsSchemasAges$defsT"][];',
      "ComponentsSchemasList$defsT: unknown;",
      "ComponentsSchemasNames$defsT: string;",
      "ComponentsSchemasAges$defsT: number;",
    ],
  },
  {
    name: "what lies between the list and what binds it",
    schemas: {
      List: list,
      Page: { $id: "page", type: "object", properties: { list: { $ref: "list" }, next: text } },
      Names: { $id: "names", $ref: "page", ...bind(text) },
      ListInNames: {},
    },
    has: [
      'Page: { list?: components["schemas"]["List"]; next?: string; };',
      'Names: components["schemas"]["PageInNames"];',
      "ListInNames: unknown;",
      'PageInNames: { list?: components["schemas"]["ListInNames2"]; next?: string; };',
      'ListInNames2: components["schemas"]["ComponentsSchemasNames$defsT"][];',
    ],
  },
  {
    name: "a tree, and one whose nodes say more",
    schemas: {
      Tree: tree,
      Labelled: {
        $id: "labelled",
        $dynamicAnchor: "node",
        $ref: "tree",
        properties: { label: text },
        required: ["label"],
      },
    },
    has: [
      'Tree: { data?: string; children?: components["schemas"]["Tree"][]; };',
      'Labelled: components["schemas"]["TreeInLabelled"] & { label: string; };',
      'TreeInLabelled: { data?: string; children?: components["schemas"]["Labelled"][]; };',
    ],
  },
  {
    name: "a list of itself",
    schemas: { List: { $dynamicAnchor: "l", type: "array", items: { $dynamicRef: "#l" } } },
    has: ["List: _Recursive1;", "type _Recursive1 = _Recursive1[];"],
  },
  {
    name: "nothing but itself",
    schemas: { Ring: { $dynamicAnchor: "r", $dynamicRef: "#r" } },
    has: ["Ring: unknown;"],
    codes: ["circular-schema"],
  },
  {
    name: "an anchor that nothing has",
    schemas: { A: { type: "object", properties: { a: { $dynamicRef: "#no" } } } },
    has: ["A: { a?: unknown; };"],
    codes: ["unresolved-reference"],
  },
])("$name", async ({ schemas, has, codes = [] }) => {
  const { printed, diagnostics } = await print(schemas);
  for (const part of has) expect(printed).toContain(part);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("scopes that make too many schemas of one leave the rest unknown", async () => {
  // Two schemas anchor each name, and every schema leads to all others: any of both may come first.
  const ids = Array.from({ length: 24 }, (_, index) => `s${index}`);
  const all = ids.map(($id) => [$id, { $ref: $id }] as const);
  const schemas = ids.map(($id, index) => {
    const name = `n${index >> 1}`;
    const properties = Object.fromEntries([...all, ["own", { $dynamicRef: `#${name}` }]]);
    const $defs = { own: { $dynamicAnchor: name, const: $id } };
    return [$id, { $id, type: "object", properties, $defs }] as const;
  });
  const { text } = await print(Object.fromEntries(schemas));
  expect(text.match(/^ {4}s\d+InS\d+\w*: /gm)?.length).toBe(1000);
  expect(text).toContain("?: unknown;");
});

/** `types.ts` of these components, its white space and comments taken together. */
async function print(schemas: object) {
  const description = await loadParts({ components: { schemas } });
  const names = nameDescription(description);
  const source = { description, names, banner: "", types: defaultTypesOptions };
  const { files, diagnostics } = await emitTypes(source);
  const text = files.map((file) => file.text).join("");
  return {
    text,
    printed: text.replace(/\/\*\*.*?\*\/|\s+/gs, " ").replace(/ +/g, " "),
    diagnostics,
  };
}
