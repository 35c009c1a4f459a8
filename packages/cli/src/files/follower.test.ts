import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createFollower } from "./follower.ts";

test("a watch of many changes leaves nothing behind on its signal", async () => {
  const folder = mkdtempSync(join(tmpdir(), "follower-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "openapi.yaml");
  const warnings: Error[] = [];
  const keep = (warning: Error) => void warnings.push(warning);
  process.on("warning", keep);
  onTestFinished(() => void process.off("warning", keep));
  const { signal } = new AbortController();
  const follower = createFollower({ quietMs: 1 });
  onTestFinished(follower.close);
  for (let change = 0; change < 12; change++) {
    follower.follow([path], Number.POSITIVE_INFINITY);
    const changed = follower.nextChange(signal);
    writeFileSync(path, String(change));
    expect(await changed).toEqual([path]);
  }
  await setImmediate();
  expect(warnings).toEqual([]);
});
