import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

const describeModel = (properties: string) => `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /models:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: { type: object, properties: { ${properties} } }
`;

const files = {
  "old.yaml": describeModel("id: { type: string }"),
  "new.yaml": describeModel("id: { type: integer }, name: { type: string }"),
  "prose.yaml": describeModel("id: { type: string, description: more }"),
  "broken.yaml": "openapi: 3.0.3\npaths: [",
};

test("tells what changed, and exits with 0 though it breaks", async () => {
  const ended = await runTruespec(["diff", "old.yaml", "new.yaml"], { cwd: createFolder(files) });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain("the type was string, and is integer now");
  expect(ended.stdout).toContain("Breaking (1)");
  expect(ended.stdout).toContain("Bump: major");
  expect(ended.stdout).not.toContain("\u001b");
});

test("nothing but prose: no bump", async () => {
  const ended = await runTruespec(["diff", "old.yaml", "prose.yaml"], { cwd: createFolder(files) });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain("Bump: none");
});

test("JSON on standard output, Markdown in a file", async () => {
  const cwd = createFolder(files);
  const reports = ["--report", "json", "--report", "markdown=CHANGES.md"];
  const ended = await runTruespec(["diff", "old.yaml", "new.yaml", ...reports], { cwd });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  const at = "/paths/~1models/get/responses/200/content/application~1json/schema/properties";
  expect(JSON.parse(ended.stdout)).toEqual({
    schemaVersion: 1,
    bump: "major",
    changes: [
      {
        kind: "type",
        class: "breaking",
        operation: "GET /models",
        direction: "response",
        pointer: `${at}/id`,
        message: "the type was string, and is integer now",
      },
      {
        kind: "property-added",
        class: "additive",
        operation: "GET /models",
        direction: "response",
        pointer: `${at}/name`,
        message: 'property "name" is new',
      },
    ],
  });
  expect(readFileSync(join(cwd, "CHANGES.md"), "utf8")).toContain("## Breaking (1)");
});

test("one of both from standard input", async () => {
  const surroundings = { cwd: createFolder(files), stdin: files["old.yaml"] };
  const ended = await runTruespec(["diff", "-", "new.yaml"], surroundings);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain("Bump: major");
});

test.each([
  { parameters: ["old.yaml"], says: "missing required argument 'new'" },
  { parameters: ["-", "-"], says: "Only one input can be -" },
  { parameters: ["old.yaml", "gone.yaml"], says: "gone.yaml" },
  { parameters: ["old.yaml", "broken.yaml"], says: "broken.yaml" },
  { parameters: ["old.yaml", "new.yaml", "--report", "sarif"], says: 'unknown format "sarif"' },
  { parameters: ["old.yaml", "http://localhost:9/a.yaml"], says: "--allow-network" },
])("$parameters: exit 2 and nothing written", async ({ parameters, says }) => {
  const cwd = createFolder(files);
  const ended = await runTruespec(["diff", ...parameters], { cwd });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain(says);
  expect(listFiles(cwd)).toEqual(Object.keys(files).sort());
});

test("--help has examples", async () => {
  const { code, stdout } = await runTruespec(["diff", "--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("truespec diff v1.yaml v2.yaml");
});
