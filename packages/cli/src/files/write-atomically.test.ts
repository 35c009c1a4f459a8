import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeAtomically } from "./write-atomically.ts";

test("what cannot be written leaves nothing beside what stood there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "truespec-write-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "taken"));
  await expect(writeAtomically(join(folder, "taken"), "text")).rejects.toThrow(/EISDIR|EPERM/);
  expect(readdirSync(folder)).toEqual(["taken"]);
});
