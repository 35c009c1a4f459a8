import type { JsonObject } from "@truespec/json-schema";
import { loadDescription, type ReadSource } from "@truespec/openapi";
import { expect, test } from "vitest";
import { answers, documentOf, loadApi } from "../../test/api.ts";
import { compare } from "../compare/compare.ts";
import { observe } from "../observe/observe.ts";
import type { Proposal } from "./proposal.ts";
import { proposeOverlay } from "./propose-overlay.ts";
import { createReload } from "./reload.ts";

/** Proposes for a description of several files and an overlay, for one body of `GET /things`. */
async function proposeFor(
  files: { readonly [name: string]: JsonObject },
  overlays: readonly string[],
): Promise<Proposal> {
  const read: ReadSource = async (location) => {
    const name = location.split("/").at(-1) ?? "";
    return { location: name, bytes: new TextEncoder().encode(JSON.stringify(files[name])) };
  };
  const loaded = await loadDescription("api.json", { read, overlays });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { description } = loaded;
  const collected = answers([{ own: { b: 1 } }]);
  const profile = await observe(description, collected);
  const findings = compare(description, profile);
  expect(findings.map(({ location }) => location)).toEqual(["/own/b"]);
  const reload = createReload("api.json", { read, overlays });
  return proposeOverlay(description, profile, findings, { reload, collect: () => collected });
}

const thing = { type: "object", properties: { a: {} } };

test("what an earlier overlay wrote is changed where that put it", async () => {
  const schema = { type: "object", properties: {} };
  const overlay = {
    overlay: "1.0.0",
    info: { title: "Own", version: "1" },
    actions: [
      {
        target: "$.paths['/things'].get.responses['200'].content['application/json'].schema",
        update: { properties: { own: thing } },
      },
    ],
  };
  const files = { "api.json": documentOf(schema), "own.json": overlay };
  const { addressed, overlay: proposed } = await proposeFor(files, ["own.json"]);
  expect(addressed).toHaveLength(1);
  expect(proposed?.actions[0]?.target).toContain("['schema']['properties']['own']");
});

test("what another file says is left to that file", async () => {
  const schema = { type: "object", properties: { own: { $ref: "things.json#/Thing" } } };
  const files = { "api.json": documentOf(schema), "things.json": { Thing: thing } };
  const { addressed, refused } = await proposeFor(files, []);
  expect(addressed).toEqual([]);
  expect(refused.map(({ reason }) => reason)).toEqual([
    "its schema is not written in the description's own file",
  ]);
});

test("what is written once and stands in several places is changed once", async () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const child = (name: string) => ({
    allOf: [ref("Pet"), { type: "object", required: [name], properties: { [name]: {} } }],
  });
  const schema = {
    type: "object",
    properties: { pet: ref("Pet"), cat: ref("Cat"), dog: ref("Dog") },
  };
  const schemas = {
    Pet: {
      type: "object",
      properties: { name: { type: "string" } },
      oneOf: [ref("Cat"), ref("Dog")],
    },
    Cat: child("meow"),
    Dog: child("bark"),
  };
  const api = await loadApi(documentOf(schema, { schemas }));
  const body = {
    pet: { meow: 1, name: 1 },
    cat: { meow: 1, name: null, age: 1 },
    dog: { bark: 1 },
  };
  const collected = answers([body]);
  const profile = await observe(api.description, collected);
  const findings = compare(api.description, profile);
  expect(findings.map(({ location }) => location)).toEqual(["/cat/name", "/pet/name", "/cat/age"]);
  const { reload } = api;
  const options = { reload, collect: () => collected };
  const { addressed, refused, overlay } = await proposeOverlay(
    api.description,
    profile,
    findings,
    options,
  );
  expect(refused).toEqual([]);
  expect(addressed).toHaveLength(3);
  const pet = "$['components']['schemas']['Pet']";
  expect(overlay?.actions).toContainEqual({
    target: `${pet}['properties']['name']`,
    update: { type: ["string", "integer", "null"] },
  });
  expect(overlay?.actions).toContainEqual({
    target: pet,
    update: { properties: { age: { type: "integer" } } },
  });
});
