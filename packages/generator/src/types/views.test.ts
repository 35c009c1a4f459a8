import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "../names/names.ts";
import { emitTypes } from "./emit.ts";
import { defaultTypesOptions, type TypesOptions } from "./options.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const user = {
  type: "object",
  required: ["id", "name", "secret"],
  properties: {
    id: { ...text, readOnly: true },
    name: text,
    secret: { ...text, writeOnly: true },
    friends: { type: "array", items: ref("User") },
  },
};

interface Case {
  readonly name: string;
  readonly schemas: object;
  readonly mediaType?: string;
  readonly types?: Partial<TypesOptions>;
  readonly has: readonly string[];
}

test.each<Case>([
  {
    name: "a request lacks what is read-only, a response what is write-only, and a component neither",
    schemas: { Body: ref("User"), User: user },
    has: [
      'User: { readonly id: string; name: string; secret: string; friends?: components["schemas"]["User"][]; };',
      'UserRequest: { name: string; secret: string; friends?: components["schemas"]["UserRequest"][]; };',
      'UserResponse: { readonly id: string; name: string; friends?: components["schemas"]["UserResponse"][]; };',
      'BodyRequest: components["schemas"]["UserRequest"];',
      'requestBody?: { content: { "application/json": components["schemas"]["BodyRequest"]; }; };',
      'content: { "application/json": components["schemas"]["BodyResponse"]; };',
    ],
  },
  {
    name: "a name that a view would take is taken already",
    schemas: { Body: { properties: { id: { ...text, readOnly: true } } }, BodyRequest: text },
    has: ['"application/json": components["schemas"]["BodyRequest2"];'],
  },
  {
    name: "a mark where the reference leads",
    schemas: { Body: { properties: { id: ref("Id"), a: text } }, Id: { ...text, readOnly: true } },
    has: ["BodyRequest: { a?: string; };"],
  },
  {
    name: "required of a parent that hides it",
    schemas: {
      Body: { allOf: [ref("Parent")], required: ["id", "a"] },
      Parent: { properties: { id: { ...text, readOnly: true }, a: text } },
    },
    has: ['BodyRequest: components["schemas"]["ParentRequest"] & { a: {} | null; };'],
  },
  {
    name: "nothing to hide, nothing twice",
    schemas: { Body: { properties: { a: ref("A") } }, A: text },
    has: ['requestBody?: { content: { "application/json": components["schemas"]["Body"]; }; };'],
  },
  {
    name: "bytes are a text in JSON and a Blob among parts",
    schemas: {
      Body: { properties: { file: ref("File") } },
      File: { ...text, format: "binary" },
    },
    mediaType: "multipart/form-data",
    has: [
      "File: string;",
      "FileParts: Blob;",
      'BodyParts: { file?: components["schemas"]["FileParts"]; };',
      'requestBody?: { content: { "multipart/form-data": components["schemas"]["BodyParts"]; }; };',
    ],
  },
  {
    name: "bytes are a Blob only where they are a part: not inside of one, which is JSON",
    schemas: {
      Body: {
        allOf: [ref("Base")],
        properties: {
          one: ref("File"),
          many: { type: "array", items: ref("File") },
          listed: ref("Files"),
          matrix: { type: "array", items: { type: "array", items: ref("File") } },
          meta: ref("Meta"),
        },
      },
      Base: { properties: { file: { ...text, format: "binary" }, base: ref("Body") } },
      Meta: { properties: { preview: ref("File"), files: ref("Files") } },
      Files: { type: "array", items: ref("File") },
      File: { ...text, format: "binary" },
    },
    mediaType: "multipart/form-data",
    has: [
      'Meta: { preview?: components["schemas"]["File"]; files?: components["schemas"]["Files"]; };',
      'FilesParts: components["schemas"]["FileParts"][];',
      'BodyParts: { one?: components["schemas"]["FileParts"]; many?: components["schemas"]["FileParts"][]; listed?: components["schemas"]["FilesParts"]; matrix?: components["schemas"]["File"][][]; meta?: components["schemas"]["Meta"]; } & components["schemas"]["BaseParts"];',
      'BaseParts: { file?: Blob; base?: components["schemas"]["Body"]; };',
    ],
  },
  {
    name: "the items of a list are parts, and what is in them is JSON",
    schemas: {
      Body: {
        type: "array",
        prefixItems: [ref("Meta")],
        items: { anyOf: [ref("File"), { type: "array", items: ref("File") }] },
      },
      Meta: { properties: { preview: ref("File") } },
      File: { ...text, format: "binary" },
    },
    mediaType: "multipart/mixed",
    has: [
      'BodyParts: [ components["schemas"]["Meta"]?, ...(components["schemas"]["FileParts"] | components["schemas"]["File"][])[] ];',
      'requestBody?: { content: { "multipart/mixed": components["schemas"]["BodyParts"]; }; };',
      'SendRequestBody = NonNullable<operations["send"]["requestBody"]>["content"]["multipart/mixed"];',
    ],
  },
  {
    name: "a schema that looks alike as a body and as a member of it is one, another is two",
    schemas: {
      Body: {
        anyOf: [ref("Files"), ref("Mix"), { properties: { a: ref("Files"), b: ref("Mix") } }],
      },
      Mix: { anyOf: [ref("File"), { additionalProperties: ref("File") }] },
      Files: { type: "array", items: ref("File") },
      File: { ...text, format: "binary" },
    },
    mediaType: "multipart/related",
    has: [
      'BodyParts: components["schemas"]["FilesParts"] | components["schemas"]["MixParts"] | { a?: components["schemas"]["FilesParts"]; b?: components["schemas"]["MixParts2"]; };',
      'MixParts: components["schemas"]["FileParts"] | { [key: string]: components["schemas"]["FileParts"]; };',
      'MixParts2: components["schemas"]["FileParts"] | { [key: string]: components["schemas"]["File"]; };',
    ],
  },
  {
    name: "what is found in one branch is found in the next",
    schemas: {
      Body: { anyOf: [ref("Files"), { properties: { a: ref("Files") } }] },
      Files: { type: "array", items: ref("File") },
      File: { ...text, format: "binary" },
    },
    mediaType: "multipart/mixed",
    has: [
      'BodyParts: components["schemas"]["FilesParts"] | { a?: components["schemas"]["FilesParts"]; };',
    ],
  },
  {
    name: "tags of a mapping, or else names",
    schemas: {
      Body: {
        oneOf: [ref("Cat"), ref("Dog"), ref("Bird")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", tom: "Cat", bird: "Bird" },
        },
      },
      Cat: { type: "object", required: ["kind"], properties: { kind: text } },
      Dog: { type: "object", properties: { kind: text } },
      Bird: { type: "object", properties: { kind: { const: "bird" } } },
    },
    has: [
      'Body: (components["schemas"]["Cat"] & { kind?: "cat" | "tom"; }) | (components["schemas"]["Dog"] & { kind?: "Dog"; }) | components["schemas"]["Bird"];',
    ],
  },
  {
    name: "what is chosen where nothing else is has any tag",
    schemas: {
      Body: {
        oneOf: [ref("Cat"), ref("Other")],
        discriminator: { propertyName: "kind", mapping: { o: "Other" }, defaultMapping: "Other" },
      },
      Cat: { properties: { kind: text } },
      Other: { properties: { kind: text } },
      Pet: { discriminator: { propertyName: "kind", defaultMapping: "Puppy" } },
      Dog: { allOf: [ref("Pet")], properties: { bark: text } },
      Puppy: { allOf: [ref("Dog")] },
    },
    has: [
      'Body: (components["schemas"]["Cat"] & { kind?: "Cat"; }) | components["schemas"]["Other"];',
      'Dog: { bark?: string; } & components["schemas"]["Pet"];',
      'Puppy: components["schemas"]["Dog"];',
    ],
  },
  {
    name: "children of a parent with a discriminator have the tags that choose them, and their own children",
    schemas: {
      Body: { oneOf: [ref("Cat"), ref("Dog")] },
      Pet: {
        type: "object",
        required: ["kind"],
        properties: { kind: text },
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: { description: "C", allOf: [ref("Pet"), { properties: { meow: text } }] },
      Dog: { allOf: [ref("Pet")], properties: { bark: text } },
      Puppy: { allOf: [ref("Dog")], "x-ms-discriminator-value": "#puppy" },
      Fox: { allOf: [ref("Pet"), { properties: { kind: { const: "red" } } }] },
    },
    has: [
      "Pet: { kind: string; };",
      'Cat: components["schemas"]["Pet"] & { meow?: string; } & { kind?: "cat"; };',
      'Dog: { bark?: string; } & components["schemas"]["Pet"] & { kind?: "Dog" | "#puppy"; };',
      'Puppy: components["schemas"]["Dog"] & { kind?: "#puppy"; };',
      'Fox: components["schemas"]["Pet"] & { kind?: "red"; };',
      'Body: components["schemas"]["Cat"] | components["schemas"]["Dog"];',
    ],
  },
  {
    name: "a union with a discriminator of its own says no tag twice",
    schemas: {
      Body: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
      Pet: { properties: { kind: text }, discriminator: { propertyName: "kind" } },
      Cat: { allOf: [ref("Pet")] },
      Dog: { allOf: [ref("Pet")] },
    },
    has: ['Body: components["schemas"]["Cat"] | components["schemas"]["Dog"];'],
  },
  {
    name: "a request that hides the tag has none",
    schemas: {
      Body: ref("Cat"),
      Pet: {
        properties: { kind: { ...text, readOnly: true }, a: text },
        discriminator: { propertyName: "kind" },
      },
      Cat: { allOf: [ref("Pet")] },
    },
    has: ['CatRequest: components["schemas"]["PetRequest"];', '& { kind?: "Cat"; };'],
  },
  {
    name: "a tag that contradicts its schema says nothing",
    schemas: {
      Body: { anyOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind" } },
      A: { properties: { kind: { enum: ["a", "b"] } } },
      B: { properties: { kind: { type: "integer" } } },
    },
    has: ['Body: components["schemas"]["A"] | components["schemas"]["B"];'],
  },
  {
    name: "references by anchors and identifiers",
    schemas: {
      Body: {
        $defs: { "a b": { $anchor: "leaf", type: "integer" } },
        type: "object",
        properties: { enum: { $ref: "#leaf" }, list: { $ref: "https://x.test/list" } },
      },
      List: {
        $id: "https://x.test/list",
        type: "array",
        items: { $ref: "#/$defs/item" },
        $defs: { item: { type: "object", properties: { next: { $ref: "list" } } } },
      },
    },
    has: [
      'Body: { enum?: components["schemas"]["ComponentsSchemasBody$defsAB"]; list?: components["schemas"]["List"]; };',
      "ComponentsSchemasBody$defsAB: number;",
      'ComponentsSchemasList$defsItem: { next?: components["schemas"]["List"]; };',
    ],
  },
  {
    name: "every enum open",
    types: { enums: "open" },
    schemas: { Body: { enum: ["a", "b"] }, N: { enum: [1, 2] }, C: { enum: ["c"] } },
    has: ['Body: "a" | "b" | (string & {});', "N: 1 | 2;", 'C: "c";'],
  },
  {
    name: "no enum open",
    types: { enums: "closed" },
    schemas: { Body: { enum: ["a"], "x-extensible-enum": true } },
    has: ['Body: "a";'],
  },
])("$name", async ({ schemas, mediaType = "application/json", types, has }) => {
  const content = { [mediaType]: { schema: ref("Body") } };
  const post = { operationId: "send", requestBody: { content }, responses: { 200: { content } } };
  const printed = await print({ paths: { "/a": { post } }, components: { schemas } }, types);
  for (const part of has) expect(printed).toContain(part);
});

/** `types.ts` of these parts, its white space and comments taken together. */
async function print(parts: object, types: Partial<TypesOptions> = {}): Promise<string> {
  const description = await loadParts(parts);
  const names = nameDescription(description);
  const { files } = await emitTypes({
    description,
    names,
    banner: "",
    types: { ...defaultTypesOptions, ...types },
  });
  return files
    .map((file) => file.text.replace(/\/\*\*.*?\*\/|\s+/gs, " ").replace(/ +/g, " "))
    .join("");
}
