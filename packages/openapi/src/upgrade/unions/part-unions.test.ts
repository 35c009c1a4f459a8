import {
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { expect, test } from "vitest";
import { loadFiles, summarize, withMembers } from "../../../test/folder.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const needs = (...required: readonly string[]) => ({ type: "object", required });
const pet = needs("kind");
const unionOf = (...names: readonly string[]) => ({ oneOf: names.map(ref) });
const child = (parent: string, own: string) => ({ allOf: [ref(parent), needs(own)] });
const at = (name: string) => `/components/schemas/${name}`;

interface Row {
  readonly name: string;
  readonly schemas: JsonObject;
  /** By schema, instances that are valid and instances that are not. */
  readonly want: Readonly<
    Record<string, { readonly valid: readonly JsonValue[]; readonly invalid: readonly JsonValue[] }>
  >;
  readonly unions: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "a parent that lists its children",
    schemas: {
      Pet: { ...pet, ...unionOf("Cat", "Dog") },
      Cat: child("Pet", "meow"),
      Dog: child("Pet", "bark"),
    },
    want: {
      Pet: {
        valid: [
          { kind: 1, meow: 1 },
          { kind: 1, bark: 1 },
        ],
        invalid: [{ kind: 1 }, { meow: 1 }, { kind: 1, meow: 1, bark: 1 }],
      },
      Cat: {
        valid: [
          { kind: 1, meow: 1 },
          { kind: 1, meow: 1, bark: 1 },
        ],
        invalid: [{ meow: 1 }, { kind: 1, bark: 1 }],
      },
    },
    unions: ["/components/schemas/Pet/oneOf"],
  },
  {
    name: "children of children, listed with them and by their parent",
    schemas: {
      Pet: { ...pet, ...unionOf("Cat", "Dog") },
      Cat: child("Pet", "meow"),
      Dog: { ...child("Pet", "bark"), anyOf: [ref("Puppy"), ref("Hound")] },
      Puppy: child("Dog", "toy"),
      Hound: child("Dog", "nose"),
    },
    want: {
      Pet: {
        valid: [
          { kind: 1, meow: 1 },
          { kind: 1, bark: 1, toy: 1 },
        ],
        invalid: [
          { kind: 1, bark: 1 },
          { kind: 1, toy: 1 },
        ],
      },
      Dog: { valid: [{ kind: 1, bark: 1, nose: 1 }], invalid: [{ kind: 1, bark: 1 }] },
      Puppy: {
        valid: [{ kind: 1, bark: 1, toy: 1 }],
        invalid: [
          { kind: 1, toy: 1 },
          { bark: 1, toy: 1 },
        ],
      },
    },
    unions: ["/components/schemas/Pet/oneOf", "/components/schemas/Dog/anyOf"],
  },
  {
    name: "by a generation between that is not listed",
    schemas: {
      Pet: { ...pet, ...unionOf("Cat", "Puppy") },
      Cat: child("Pet", "meow"),
      Dog: child("Pet", "bark"),
      Puppy: child("Dog", "toy"),
    },
    want: {
      Pet: {
        valid: [{ kind: 1, bark: 1, toy: 1 }],
        invalid: [
          { kind: 1, bark: 1 },
          { kind: 1, toy: 1 },
        ],
      },
      Puppy: { valid: [{ kind: 1, bark: 1, toy: 1 }], invalid: [{ bark: 1, toy: 1 }] },
      Dog: {
        valid: [
          { kind: 1, bark: 1, toy: 1 },
          { kind: 1, bark: 1, meow: 1 },
        ],
        invalid: [{ kind: 1, bark: 1 }],
      },
    },
    unions: ["/components/schemas/Pet/oneOf"],
  },
  {
    name: "a list of its own that the parent holds",
    schemas: {
      Pet: { allOf: [ref("AnyPet"), pet] },
      AnyPet: unionOf("Cat", "Dog"),
      Cat: child("Pet", "meow"),
      Dog: child("Pet", "bark"),
    },
    want: {
      Pet: { valid: [{ kind: 1, meow: 1 }], invalid: [{ kind: 1 }, { meow: 1 }] },
      Cat: { valid: [{ kind: 1, meow: 1 }], invalid: [{ meow: 1 }] },
    },
    unions: ["/components/schemas/AnyPet/oneOf"],
  },
  {
    name: "by lists of lists, and beside alternatives that have nothing to do with it",
    schemas: {
      Pet: { ...pet, ...unionOf("Small", "Dog"), anyOf: [needs("a"), needs("b")] },
      Small: { anyOf: [ref("Cat"), { allOf: [ref("Pet"), needs("tiny")] }] },
      Cat: child("Pet", "meow"),
      Dog: { ...needs("bark"), ...ref("Pet") },
    },
    want: {
      Pet: {
        valid: [
          { kind: 1, meow: 1, a: 1 },
          { kind: 1, tiny: 1, b: 1 },
          { kind: 1, bark: 1, b: 1 },
        ],
        invalid: [
          { kind: 1, meow: 1 },
          { tiny: 1, b: 1 },
          { kind: 1, a: 1 },
        ],
      },
      Cat: { valid: [{ kind: 1, meow: 1, a: 1 }], invalid: [{ kind: 1, meow: 1 }] },
      Dog: {
        valid: [{ kind: 1, bark: 1, a: 1 }],
        invalid: [
          { kind: 1, bark: 1 },
          { bark: 1, a: 1 },
        ],
      },
    },
    unions: ["/components/schemas/Pet/oneOf"],
  },
  {
    name: "names of the prototype",
    schemas: {
      constructor: { ...pet, ...unionOf("__proto__", "toString") },
      ["__proto__"]: child("constructor", "meow"),
      toString: child("constructor", "bark"),
    },
    want: { constructor: { valid: [{ kind: 1, meow: 1 }], invalid: [{ kind: 1 }] } },
    unions: ["/components/schemas/constructor/oneOf"],
  },
  {
    name: "a list beside its children's parent is no union of them",
    schemas: {
      Pet: pet,
      AnyPet: { ...unionOf("Cat", "Dog"), properties: { next: ref("AnyPet"), pet: ref("Pet") } },
      Cat: child("Pet", "meow"),
      Dog: child("Pet", "bark"),
    },
    want: { AnyPet: { valid: [{ kind: 1, meow: 1 }], invalid: [{ kind: 1 }] } },
    unions: [],
  },
];

test.each(rows)(
  "children have the parent without its list: $name",
  async ({ schemas, want, unions }) => {
    const { document, found } = await load(schemas);
    expect(found).toEqual(unions.map((pointer) => `union-of-children openapi.yaml:1 ${pointer}`));
    const opened = openSchemas(document);
    for (const [name, { valid, invalid }] of Object.entries(want)) {
      const validate = createValidator(opened, at(name));
      expect(valid.filter((value) => !validate(value).valid)).toEqual([]);
      expect(invalid.filter((value) => validate(value).valid)).toEqual([]);
    }
  },
);

test("what is written out keeps its place", async () => {
  const properties = { kind: { type: "string" } };
  const schemas = { Pet: { ...pet, properties, ...unionOf("Cat") }, Cat: child("Pet", "meow") };
  const { document, locate } = await load(schemas);
  const copy = `${at("Cat")}/allOf/0`;
  expect(resolvePointer(document, copy)).toEqual({ ...pet, properties });
  expect(locate(`${copy}/properties/kind`)?.pointer).toBe(`${at("Pet")}/properties/kind`);
  expect(locate(`${at("Cat")}/allOf/1/required`)?.pointer).toBe(`${at("Cat")}/allOf/1/required`);
});

test.each([
  { name: "a list that lists itself", schemas: { A: { oneOf: [ref("A"), pet] } } },
  { name: "parents in a ring", schemas: { A: { allOf: [ref("B")] }, B: { allOf: [ref("A")] } } },
  {
    name: "what is named by an anchor, and may not stand twice",
    schemas: { A: { $anchor: "a", ...unionOf("B") }, B: child("A", "b") },
  },
])("what is no parent of its alternatives stays as it is: $name", async ({ schemas }) => {
  const { document } = await load(schemas);
  expect(resolvePointer(document, "/components/schemas")).toEqual(schemas);
});

test("a thicket of generations ends", async () => {
  const depth = 40;
  const between = Array.from({ length: depth }, (_, level) => {
    const above = level === 0 ? [ref("Pet")] : [ref(`L${level - 1}`), ref(`R${level - 1}`)];
    return [
      [`L${level}`, { allOf: above }],
      [`R${level}`, { allOf: above }],
    ] as const;
  });
  const last = depth - 1;
  const { found } = await load({
    Pet: { ...pet, ...unionOf("Leaf") },
    ...Object.fromEntries(between.flat()),
    Leaf: { allOf: [ref(`L${last}`), ref(`R${last}`)] },
  });
  expect(found).toEqual(["union-of-children openapi.yaml:1 /components/schemas/Pet/oneOf"]);
});

async function load(schemas: JsonObject) {
  const text = JSON.stringify(withMembers({ components: { schemas } }));
  const result = await loadFiles({ "openapi.yaml": text });
  if (!result.ok) throw new Error(summarize(result).join("\n"));
  const { document, locate } = result.description;
  return { document, locate, found: summarize(result) };
}
