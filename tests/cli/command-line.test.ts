import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

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
  const isGroup = stdout.includes("\nCommands:\n") && command !== "";
  if (!isGroup) expect(stdout).toMatch(/Exit codes:[\s\S]*\nExamples?:\n {2}truespec /);
});

test("`truespec help` is asked for as often as --help", async () => {
  const asked = await runTruespec(["help", "diff"], { cwd: "." });
  expect(asked).toEqual(await runTruespec(["diff", "--help"], { cwd: "." }));
});

const cwd = createFolder({
  "openapi.yaml": "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n",
  "o.yaml": "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: [{ target: $.info }]\n",
  "none.config.mjs": "export default { generate: [] };\n",
  "taken/keep": "",
});
writeFileSync(join(cwd, "file"), "");

test.each([
  { line: "generat", says: "(Did you mean generate?)" },
  { line: "generate --wach", says: "(Did you mean --watch?)" },
  { line: "drift", says: "truespec: missing required argument 'description'" },
  { line: "generate openapi.yaml --out ", says: "--out DIR is missing" },
  { line: "generate openapi.yaml --out file", says: "truespec: file cannot be written" },
  { line: "generate openapi.yaml --out api --package My_API", says: '"My_API" is no name' },
  { line: "generate --config none.config.mjs", says: "`generate` is empty" },
  { line: "generate openapi.yaml --overlay no.yaml --out api", says: "with its overlays, has an" },
  { line: "overlay apply openapi.yaml --overlay o.yaml --out taken", says: "taken cannot be" },
])("`truespec $line` is told as a mistake of the command line", async ({ line, says }) => {
  const { code, stdout, stderr } = await runTruespec(line.split(" "), { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
});
