import { spawnSync } from "node:child_process";
import { existsSync, openSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { runTruespec, startTruespec } from "../harness/run-command.ts";

const commands = [
  "",
  "generate",
  "drift",
  "observe",
  "merge",
  "overlay",
  "overlay apply",
  "overlay check",
  "diff",
];

test.each(commands)("`truespec %s --help` fits 80 columns and says all", async (command) => {
  const words = command.split(" ").filter((word) => word !== "");
  const { code, stdout, stderr } = await runTruespec([...words, "--help"], { cwd: "." });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).toContain(`Usage: truespec ${command}`.trimEnd());
  expect(stdout).toMatch(/\nExamples?:\n {2}truespec /);
  if (command !== "overlay") expect(stdout).toContain("\nExit codes:");
});

test("`truespec help` is asked for as often as --help", async () => {
  const asked = await runTruespec(["help", "diff"], { cwd: "." });
  expect(asked).toEqual(await runTruespec(["diff", "--help"], { cwd: "." }));
});

const cwd = createFolder({
  "openapi.yaml": "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n",
  "o.yaml": "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: [{ target: $.info }]\n",
  "none.config.mjs": "export default { generate: [] };\n",
  "throws.config.mjs": "const { name } = {};\nname.length;\n",
  "taken/keep": "",
});
writeFileSync(join(cwd, "file"), "");

test.each([
  { line: "generat", says: "(Did you mean generate?)" },
  { line: "generate --wach", says: "(Did you mean --watch?)" },
  { line: "drift", says: "truespec: missing required argument 'description'" },
  { line: "generate openapi.yaml --out ", says: "--out DIR is missing" },
  {
    line: "generate openapi.yaml --out file",
    says: "truespec: file cannot be written: a file stands where a folder is needed",
  },
  { line: "generate openapi.yaml --out api --emit types, client", says: "without spaces" },
  { line: "generate openapi.yaml --out api --emit type", says: '"type" is none of them' },
  {
    line: "generate --config throws.config.mjs",
    says: "throws.config.mjs could not be run (line 2):",
  },
  { line: "generate openapi.yaml --out api --package My_API", says: '"My_API" is no name' },
  { line: "generate --config none.config.mjs", says: "`generate` is empty" },
  { line: "generate openapi.yaml --overlay no.yaml --out api", says: "with its overlays, has an" },
  { line: "overlay apply openapi.yaml --overlay o.yaml --out taken", says: "taken cannot be" },
])("`truespec $line` is told as a mistake of the command line", async ({ line, says }) => {
  const { code, stdout, stderr } = await runTruespec(line.split(" "), { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
});

test("who does not read what is said along the way gets the files", async () => {
  const child = startTruespec(["generate", "openapi.yaml", "--out", "unread"], { cwd });
  child.stderr.destroy();
  const code = await new Promise((done) => child.once("close", done));
  expect({ code, isThere: existsSync(join(cwd, "unread/client.ts")) }).toEqual({
    code: 0,
    isThere: true,
  });
});

test("a standard output that takes nothing is no finding", (context) => {
  if (!existsSync("/dev/full")) context.skip("this system has no /dev/full");
  const line = ["generate", "openapi.yaml", "--out", "unwritten", "--check"];
  const { status, stderr } = spawnSync(resolve("node_modules/.bin/truespec"), line, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
  });
  expect(status).toBe(2);
  expect(stderr).toContain("truespec: standard output cannot be written: ENOSPC");
});
