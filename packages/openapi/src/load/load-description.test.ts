import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { expect, onTestFinished, test } from "vitest";
import {
  createFolder,
  describeFiles,
  loadFiles,
  summarize,
  withMembers,
} from "../../test/folder.ts";
import { createSourceReader } from "../read/source-reader.ts";
import { loadDescription } from "./load-description.ts";
import { loadDocument } from "./load-document.ts";

const sound = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /things:
    get:
      tags: [a, b]
      responses:
        "200":
          description: all
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Things" }
components:
  schemas:
    Things: { type: array, nullable: true, items: {} }
`;

test.each([
  {
    name: "empty",
    text: "",
    want: ["not-openapi openapi.yaml:1 "],
    says: "This is not an OpenAPI description: it is empty.",
  },
  {
    name: "no description",
    text: "hello: world",
    want: ["not-openapi openapi.yaml:1 "],
    says: "This is not an OpenAPI description: it has no `openapi`.",
  },
  {
    name: "a list",
    text: "- openapi: 3.1.0",
    want: ["not-openapi openapi.yaml:1 "],
    says: "This is not an OpenAPI description: it is an array.",
  },
  {
    name: "broken",
    text: 'openapi: 3.1.0\ninfo:\n  title: "no end\n',
    want: ["yaml-syntax openapi.yaml:3 "],
    says: 'This is not YAML: missing closing " quote.',
  },
  {
    name: "Swagger 1.2",
    text: 'swagger: "1.2"\npaths: {}',
    want: ["swagger-not-read openapi.yaml:1 /swagger"],
    says: "Swagger 1.2 is not read.",
  },
])("$name: no model, and said where", async ({ text, want, says }) => {
  const result = await loadFiles({ "openapi.yaml": text });
  expect(result.ok).toBe(false);
  expect(summarize(result)).toEqual(want);
  expect(result.diagnostics[0]?.message).toBe(says);
});

const schemaAt = "/paths/~1things/get/responses/200/content/application~1json/schema";

test.each([
  { name: "openapi.yaml", text: "", want: "is empty" },
  { name: "openapi.yaml", text: "overlay: 1.1.0", want: "is an overlay" },
  { name: "openapi.yaml", text: "asyncapi: 3.0.0", want: "is an AsyncAPI document" },
  { name: "openapi.yaml", text: "<html><p>Sign in</html>", want: "is an HTML page" },
  { name: "openapi.yaml", text: "\n<!DOCTYPE html>\n<p>a: b", want: "is an HTML page" },
  {
    name: "openapi.yml",
    text: "",
    want: "there is no file openapi.yaml, but there is openapi.yml",
  },
  { name: "notes.txt", text: "", want: "there is no file openapi.yaml." },
])("$name with $text: $want", async ({ name, text, want }) => {
  const { diagnostics } = await loadFiles({ [name]: text });
  const messages = diagnostics.map(({ message }) => message.replaceAll(/\S*\/openapi/g, "openapi"));
  expect(messages).toEqual([expect.stringContaining(want)]);
});

test("a reference to nowhere says nothing, and all else stays", async () => {
  const text = sound.replace("schemas/Things", "schemas/Thinks");
  const result = await loadFiles({ "openapi.yaml": text });
  expect(summarize(result)).toEqual([`ref-not-found openapi.yaml:12 ${schemaAt}/$ref`]);
  const { document, operations, schemas } = result.ok
    ? result.description
    : await describeFiles({});
  expect(resolvePointer(document, schemaAt)).toEqual({});
  expect(operations[0]?.responses[0]?.content[0]?.schemaPointer).toBe(schemaAt);
  expect(schemas.map(({ name }) => name)).toEqual(["Things"]);
});

test.each([
  { openapi: "3.0.3", want: {} },
  { openapi: "3.1.0", want: { type: "string" } },
])("beside a reference to nowhere, OpenAPI $openapi", async ({ openapi, want }) => {
  const schema = { $ref: "nowhere.yaml", type: "string" };
  const document = withMembers({ openapi, components: { schemas: { A: schema } } });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(result.diagnostics.map(({ code }) => code)).toEqual(["ref-not-readable"]);
  expect(result.ok && resolvePointer(result.description.document, "/components/schemas/A")).toEqual(
    want,
  );
});

test("what is no schema is left out of the model where its reference leads nowhere", async () => {
  const nowhere = { $ref: "nowhere.yaml#/a" };
  const found = { description: "found" };
  const get = {
    parameters: [nowhere, { name: "q", in: "query" }],
    requestBody: nowhere,
    responses: { 200: nowhere, 404: { ...found, headers: { h: nowhere } }, 500: found },
  };
  const document = withMembers({ paths: { "/a": { get }, "/b": nowhere, "/c": { get } } });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  const { operations } = result.ok ? result.description : await describeFiles({});
  expect(operations.map(({ label }) => label)).toEqual(["GET /a", "GET /c"]);
  const [operation] = operations;
  expect(operation?.parameters.map(({ name }) => name)).toEqual(["q"]);
  expect(operation?.requestBody).toBeUndefined();
  expect(operation?.responses.map(({ status, headers }) => [status, headers])).toEqual([
    ["404", []],
    ["500", []],
  ]);
});

test("a reference to nowhere names what is near", async () => {
  const text = sound.replace("schemas/Things", "schemas/Thinks");
  const { diagnostics } = await loadFiles({ "openapi.yaml": text });
  expect(diagnostics[0]?.hint).toBe('Did you mean "#/components/schemas/Things"?');
});

test("a missing file is named", async () => {
  const result = await loadDescription("missing.yaml", {
    read: createSourceReader({ allowNetwork: false }),
  });
  expect(result.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ["source-unreadable", "there is no file missing.yaml."],
  ]);
});

test("the model says what it was made from", async () => {
  const description = await describeFiles({ "openapi.yaml": sound });
  expect(description).toMatchObject({
    version: "3.0.3",
    title: "T",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    schemas: [{ name: "Things", pointer: "/components/schemas/Things" }],
  });
  expect(description.files).toEqual([description.source]);
});

const overlay = `overlay: 1.1.0
info: { title: T, version: "1" }
actions:
  - target: $.paths['/things'].get.tags[0]
    remove: true
  - target: $.components.schemas
    update:
      More: { type: string, nullable: true }
  - target: $.paths['/things'].get.responses['200'].content['application/json'].schema
    update: { $ref: "#/components/schemas/More" }
  - target: $.paths['/thing']
    remove: true
`;

test("what an overlay removes moves nothing else", async () => {
  const more = `overlay: 1.1.0
info: { title: T, version: "1" }
actions:
  - target: $.components.schemas
    update:
      More: { type: string }
  - target: $.components.schemas.Things
    remove: true
`;
  const members = { paths: {}, components: { schemas: { Things: {}, Other: {} } } };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, ...members };
  const files = { "openapi.yaml": JSON.stringify(document), "o.yaml": more };
  const result = await loadFiles(files, ["o.yaml"]);
  if (!result.ok) throw new Error("no model");
  const fileOf = (name: string) =>
    result.description.locate(`/components/schemas/${name}`)?.source.split("/").at(-1);
  expect(["More", "Other"].map(fileOf)).toEqual(["o.yaml", "openapi.yaml"]);
});

test("overlays apply before the upgrade, and every node is found where it was written", async () => {
  const result = await loadFiles({ "openapi.yaml": sound, "o.yaml": overlay }, ["o.yaml"]);
  expect(summarize(result)).toEqual(["overlay-target-unmatched o.yaml:11 /actions/3/target"]);
  if (!result.ok) throw new Error("no model");
  const { document, locate, files, operations } = result.description;
  const placeOf = (pointer: string) => {
    const location = locate(pointer);
    return `${location?.source.split("/").at(-1)}:${location?.line} ${location?.pointer}`;
  };
  expect(document["components"]).toMatchObject({ schemas: { More: { type: ["string", "null"] } } });
  expect(operations[0]?.tags).toEqual(["b"]);
  expect(files.map((file) => file.split("/").at(-1))).toEqual(["openapi.yaml", "o.yaml"]);
  expect(placeOf("/components/schemas/More/type")).toBe("o.yaml:8 /actions/1/update/More/type");
  expect(placeOf("/components/schemas/Things/type")).toBe(
    "openapi.yaml:15 /components/schemas/Things/type",
  );
  expect(placeOf("/paths/~1things/get/tags/0")).toBe("openapi.yaml:6 /paths/~1things/get/tags/1");
  const schema = "/paths/~1things/get/responses/200/content/application~1json/schema/$ref";
  expect(placeOf(schema)).toBe("o.yaml:10 /actions/2/update/$ref");
});

test("an overlay that refers to nowhere is shown in the overlay", async () => {
  const broken = overlay.replace("schemas/More", "schemas/Mroe");
  const result = await loadFiles({ "openapi.yaml": sound, "o.yaml": broken }, ["o.yaml"]);
  expect(summarize(result)).toContain("ref-not-found o.yaml:10 /actions/2/update/$ref");
  const other = overlay.replace("#/components/schemas/More", "more.yaml");
  const refused = await loadFiles({ "openapi.yaml": sound, "o.yaml": other }, ["o.yaml"]);
  expect(summarize(refused)).toContain("ref-not-readable o.yaml:10 /actions/2/update/$ref");
});

test("a faulty overlay is passed over", async () => {
  const result = await loadFiles({ "openapi.yaml": sound, "o.yaml": "overlay: 1.0.0" }, ["o.yaml"]);
  expect(result.ok && result.description.operations).toHaveLength(1);
  expect(summarize(result)[0]).toMatch(/^overlay-invalid o.yaml:1/);
});

test("loadDocument leaves references and version, and counts what actions matched", async () => {
  const folder = createFolder({ "openapi.yaml": sound, "o.yaml": overlay });
  const result = await loadDocument(join(folder, "openapi.yaml"), {
    overlays: [join(folder, "o.yaml")],
    read: createSourceReader({ allowNetwork: false }),
  });
  expect(result).toMatchObject({
    ok: true,
    document: { openapi: "3.0.3", components: { schemas: { More: { nullable: true } } } },
  });
  expect(result.ok && result.actions.map(({ matches }) => matches)).toEqual([1, 1, 1, 0]);
});

test("a description on the network reads its own files and never local ones", async () => {
  const local = createFolder({ "secret.yaml": "type: string" });
  const texts = new Map([
    ["/v1/openapi.yaml", sound.replace("#/components/schemas/Things", "schemas/a.yaml")],
    ["/v1/schemas/a.yaml", "items: { $ref: ../b.yaml }"],
    ["/v1/b.yaml", `type: string`],
    ["/evil.yaml", sound.replace("#/components/schemas/Things", join(local, "secret.yaml"))],
    ["/worse.yaml", sound.replace("#/components/schemas/Things", `file://${local}/secret.yaml`)],
  ]);
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? "");
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A server on a TCP port has an address of this type
  const { port } = server.address() as AddressInfo;
  const read = createSourceReader({ allowNetwork: true });
  const load = (path: string) => loadDescription(`http://127.0.0.1:${port}${path}`, { read });
  const sound1 = await load("/v1/openapi.yaml");
  expect(sound1.ok && sound1.description.document["components"]).toMatchObject({
    schemas: { a: { items: { $ref: "#/components/schemas/b" } }, b: { type: "string" } },
  });
  expect((await load("/evil.yaml")).diagnostics.map(({ code }) => code)).toEqual([
    "ref-not-readable",
  ]);
  expect((await load("/worse.yaml")).diagnostics.map(({ code }) => code)).toEqual([
    "ref-not-allowed",
  ]);
});

test.each(["[".repeat(600) + "]".repeat(600), `{"openapi": "3.1.0", "a": ${"[".repeat(20_000)}`])(
  "what is too deep is said to be $#",
  async (text) => {
    const { diagnostics } = await loadFiles({ "openapi.yaml": text });
    expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  },
);

test("a document as deep as allowed loads", async () => {
  const depth = 240;
  const schema = `${'{"properties":{"a":'.repeat(depth)}true${"}}".repeat(depth)}`;
  const text = `{"openapi":"3.0.0","info":{"title":"","version":""},"paths":{},"components":{"schemas":{"A":${schema}}}}`;
  expect((await loadFiles({ "openapi.yaml": text })).ok).toBe(true);
});
