import { loadDescription, type ReadSource } from "@truespec/openapi";
import { expect, test } from "vitest";
import { answers } from "../../test/api.ts";
import { compare } from "../compare/compare.ts";
import { observe } from "../observe/observe.ts";
import { patchDescription } from "./patch-description.ts";
import { proposeOverlay } from "./propose-overlay.ts";
import { createReload } from "./reload.ts";

const head = `# Ours, and read by people.
openapi: 3.1.0
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /things:
    get:
      responses:
        "200":
          description: all   # of them
          content:
            application/json:
              schema: SCHEMA
`;
const schema = `{ type: object, properties: { id: { type: string } } }`;
const inComponents = `components:
  schemas:
    Thing:
      type: object
      properties:
        # Never reused.
        id: { type: string }
`;

function readerOf(files: { readonly [name: string]: string }): ReadSource {
  return async (location) => ({
    location,
    bytes: new TextEncoder().encode(files[location.split("/").at(-1) ?? ""] ?? ""),
  });
}

async function patch(files: { readonly [name: string]: string }, overlays: readonly string[] = []) {
  const read = readerOf(files);
  const loaded = await loadDescription("api.yaml", { read, overlays });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const collected = answers([{ id: "a", size: 1 }, { id: "b" }]);
  const { description } = loaded;
  const profile = await observe(description, collected);
  const findings = compare(description, profile);
  const options = {
    reload: createReload("api.yaml", { read, overlays }),
    collect: () => collected,
  };
  const proposal = await proposeOverlay(description, profile, findings, options);
  return patchDescription("api.yaml", proposal, { read, overlays });
}

const referring = head.replace("SCHEMA", '{ $ref: "#/components/schemas/Thing" }');

test("the repair is written where it belongs, and all else stays as it is", async () => {
  const patched = await patch({ "api.yaml": referring + inComponents });
  expect(patched).toMatchObject({ kind: "patched" });
  const text = patched.kind === "patched" ? patched.text : "";
  const kept = (referring + inComponents)
    .split("\n")
    .filter((line) => !text.split("\n").includes(line));
  expect(kept).toEqual([]);
  expect(text).toMatch(/id: \{ type: string \}\n {8}size:/);
});

test("nothing to repair", async () => {
  const whole = head.replace("SCHEMA", "{ type: object, additionalProperties: {} }");
  expect(await patch({ "api.yaml": whole })).toEqual({ kind: "nothing" });
});

test("what an overlay wrote is not in the text: refused; another file's is not proposed at all", async () => {
  const elsewhere = head.replace("SCHEMA", '{ $ref: "thing.yaml" }');
  const split = await patch({ "api.yaml": elsewhere, "thing.yaml": schema });
  expect(split.kind).toBe("nothing");
  const overlay = `overlay: 1.0.0
info: { title: o, version: "1" }
actions:
  - target: $.components
    update: { schemas: { Thing: ${schema} } }
`;
  const bare = `${referring}components: {}\n`;
  const overlaid = await patch({ "api.yaml": bare, "o.yaml": overlay }, ["o.yaml"]);
  expect(overlaid).toEqual({
    kind: "refused",
    reason: expect.stringContaining("an overlay wrote"),
  });
});
