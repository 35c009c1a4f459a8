import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProcessTerminal } from "../../terminal/process-terminal.ts";
import { writeOutputs } from "./outputs.ts";

const secret = "k/e&y'<5%:,\"x";
const headers = new Map([["Authorization", `Bearer ${secret}`]]);

test.each([
  ["as it is", secret],
  ["as JSON", JSON.stringify({ a: secret })],
  ["in a URL", `https://a.example/?k=${encodeURIComponent(secret)}`],
  ["as HTML", "<b>k<wbr>/<bdi>e&amp;y&#39;&lt;5%:,&quot;x</bdi></b>"],
  ["as XML", '<a name="k/e&amp;y&apos;&lt;5%:,&quot;x"/>'],
  ["as a workflow command", "::error title=k/e&y'<5%25%3A%2C\"x::no"],
])("a credential %s: nothing is written", async (_name, text) => {
  const cwd = mkdtempSync(join(tmpdir(), "truespec-"));
  const outputs = [
    { file: "fine.txt", text: "fine" },
    { file: "out.txt", text },
  ];
  const terminal = { ...createProcessTerminal(), cwd };
  await expect(writeOutputs(terminal, outputs, headers)).rejects.toThrow(/credential.*out\.txt/);
  expect(readdirSync(cwd)).toEqual([]);
});
