import { expect, test } from "vitest";
import { SourceError } from "../read/source-error.ts";
import { loadDescription } from "./load-description.ts";
import { loadDocument } from "./load-document.ts";

const written = {
  "openapi.json": {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { $ref: "#/components/pathItems/A" }, "/b": { $ref: "b.json" } },
    components: {
      pathItems: { A: { get: { operationId: "getA" } } },
      schemas: { S: { $ref: "https://x.test/unread.json" } },
    },
  },
  "b.json": {
    get: {
      operationId: "getB",
      parameters: [{ name: "t", in: "query", schema: { $ref: "t.json" } }],
    },
  },
  "t.json": { type: "string" },
};

/** The messages about targets, each with its action's index, where overlays of these actions are applied. */
async function tell(load: typeof loadDocument | typeof loadDescription, overlays: object[][]) {
  const files = new Map<string, object>(Object.entries(written));
  for (const [index, actions] of overlays.entries()) {
    const info = { title: "O", version: "1" };
    files.set(`${index}.overlay.json`, { overlay: "1.1.0", info, actions });
  }
  const read = async (name: string) => {
    const value = files.get(name.replace(/^.*\//, ""));
    if (value === undefined) throw new SourceError("not-found", name, `There is no ${name}`);
    return { location: name, bytes: new TextEncoder().encode(JSON.stringify(value)) };
  };
  const names = overlays.map((_, index) => `${index}.overlay.json`);
  const { diagnostics } = await load("openapi.json", { read, overlays: names });
  return diagnostics.flatMap(({ code, message, hint, location }) =>
    code === "overlay-target-unmatched"
      ? [`${location?.pointer}: ${message}${hint.startsWith("Did") ? ` ${hint}` : ""}`]
      : [],
  );
}

const update = { summary: "s" };

test("as written, a target behind a reference is told with its place", async () => {
  const told = await tell(loadDocument, [
    [
      { target: "$.paths['/b'].get", remove: true },
      { target: "$.components.schemas.t", update },
    ],
  ]);
  const lead = "matches nothing in the file as it is written: references lead to it, at";
  expect(told).toEqual([
    `/actions/0/target: The target "$.paths['/b'].get" ${lead} b.json:1:2.`,
    `/actions/1/target: The target "$.components.schemas.t" ${lead} t.json:1:1.`,
  ]);
});

test.each([loadDocument, loadDescription])(
  "a target below a reference that stays one: %o",
  async (load) => {
    const told = await tell(load, [
      [
        { target: "$.paths['/a'].get", update },
        { target: "$.components.schemas.S.properties", update },
      ],
    ]);
    const [a, s] = ['"#/components/pathItems/A"', '"https://x.test/unread.json"'];
    expect(told).toEqual([
      `/actions/0/target: The target "$.paths['/a'].get" matches nothing: $.paths['/a'] is a reference to ${a}. Did you mean "$.components.pathItems.A.get"?`,
      `/actions/1/target: The target "$.components.schemas.S.properties" matches nothing: $.components.schemas.S is a reference to ${s}.`,
    ]);
  },
);

test("a target that matches earlier or later in its own form says nothing of references", async () => {
  const told = await tell(loadDocument, [
    [
      { target: "$.paths['/new'].get", update },
      { target: "$.paths", update: { "/new": { get: {} } } },
    ],
  ]);
  expect(told).toEqual([`/actions/0/target: The target "$.paths['/new'].get" matches nothing.`]);
});

test("what an overlay before would have made is known where it would", async () => {
  const told = await tell(loadDocument, [
    [{ target: "$.paths['/b'].get", update: { tags: ["a"] } }],
    [{ target: "$.paths['/b'].get.tags", update: ["b"] }],
  ]);
  expect(told[1]).toContain("references lead to it, at 0.overlay.json:1:");
});

test("with references followed, a target at one is told with its place", async () => {
  const overlays = [[{ target: "$.paths['/b']['$ref']", update: "c.json" }]];
  expect(await tell(loadDescription, overlays)).toEqual([
    expect.stringContaining(
      "once references are followed; as the file is written it does, at openapi",
    ),
  ]);
  expect(await tell(loadDocument, overlays)).toEqual([]);
});

test("a target that matches in neither form says so", async () => {
  const overlays = [[{ target: "$.webhooks", update }]];
  const want = [`/actions/0/target: The target "$.webhooks" matches nothing.`];
  expect(await tell(loadDescription, overlays)).toEqual(want);
  expect(await tell(loadDocument, overlays)).toEqual(want);
});
