import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { describeThings } from "../harness/things.ts";

const description = describeThings("{ type: object, properties: { id: { type: string } } }");

function setUp(config?: string): string {
  const headers = { sunset: "soon", "x-internal-node": "7" };
  return createFolder({
    "openapi.yaml": description,
    "thing.json": JSON.stringify({ id: 1, colour: "red" }),
    "thing.headers.json": JSON.stringify({ status: 200, headers }),
    ...(config === undefined ? {} : { "truespec.config.ts": config }),
  });
}

const check = ["drift", "openapi.yaml", "--operation", "GET /things", "thing.json"];

async function severities(cwd: string, more: readonly string[] = []): Promise<string[]> {
  const { stdout } = await runTruespec([...check, "--report", "json", ...more], { cwd });
  return JSON.parse(stdout).findings.map(
    ({ kind, severity }: { kind: string; severity: string }) => `${kind} ${severity}`,
  );
}

const plain = [
  "type-mismatch breaking",
  "undocumented-field additive",
  "undocumented-header additive",
  "undocumented-header informational",
];

const config = `export default {
  drift: {
    overrides: [
      { kind: "undocumented-field", location: "/colour", severity: "informational" },
      { location: "/i*", severity: "breaking" },
      { kind: "type-mismatch", operation: "GET /things", severity: "additive" },
    ],
    ignoreHeaders: ["x-internal-*"],
  },
};
`;

test("severities of the user's own and headers that are ignored", async () => {
  expect(await severities(setUp())).toEqual(plain);
  expect(await severities(setUp(config))).toEqual([
    "type-mismatch additive",
    "undocumented-header additive",
    "undocumented-field informational",
  ]);
});

test("everyday headers that the user wants to hear of", async () => {
  const cwd = setUp(
    'export default { drift: { reportHeaders: ["X-Ca*"], ignoreHeaders: ["x-cache-hits", "sunset"] } };\n',
  );
  const headers = { "x-cache": "HIT", "x-cache-hits": "3", age: "1", sunset: "soon" };
  writeFileSync(join(cwd, "thing.headers.json"), JSON.stringify({ headers }));
  const named = async (args: readonly string[]) => {
    const { stdout } = await runTruespec([...args, "--report", "json"], { cwd });
    return JSON.parse(stdout).findings.flatMap(({ values }: { values: unknown }) => values ?? []);
  };
  expect(await named(check)).toEqual(["x-cache"]);
  const out = ["--out", "a.profile.json"];
  await runTruespec(["observe", ...check.slice(1), ...out], { cwd });
  expect(await named(["drift", "openapi.yaml", "a.profile.json"])).toEqual(["x-cache"]);
});

test("--config names another file", async () => {
  const cwd = setUp("export default { generate: [] };\n");
  expect(await severities(cwd)).toEqual(plain);
  writeFileSync(join(cwd, "other.mjs"), config);
  expect(await severities(cwd, ["--config", "other.mjs"])).toHaveLength(3);
});

test.each([
  ["{ drift: { overrides: [{}] } }", "drift.overrides[0].severity must be one of breaking,"],
  [
    '{ drift: { overrides: [{ severity: "breaking", kind: "odd" }] } }',
    "drift.overrides[0].kind must be one of missing-required,",
  ],
  ['{ drift: { ignoreHeaders: "x" } }', "drift.ignoreHeaders must be an array"],
  ["{ drift: { ignore: [] } }", 'drift has an unknown key "ignore"'],
])("%s: exit 2", async (written, says) => {
  const cwd = setUp(`export default ${written};\n`);
  const { code, stderr } = await runTruespec(check, { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
});

test("generate needs its own list", async () => {
  const { code, stderr } = await runTruespec(["generate"], { cwd: setUp(config) });
  expect([code, stderr]).toEqual([2, expect.stringContaining("`generate` is missing")]);
});
