import { expect, test } from "vitest";
import { runTool } from "./run-tool.ts";

test.each([
  { name: "lint and format are silent", command: "biome", parameters: ["check", "."] },
  {
    name: "tests and scripts type-check",
    command: "tsc",
    parameters: ["-p", "tsconfig.test.json"],
  },
  {
    name: "the generated packages are up to date",
    command: "truespec",
    parameters: ["generate", "--check"],
  },
])(
  "$name",
  ({ command, parameters }) => {
    const { status, stdout, stderr } = runTool(command, parameters);
    expect(status, `${stdout}\n${stderr}`).toBe(0);
  },
  300_000,
);
