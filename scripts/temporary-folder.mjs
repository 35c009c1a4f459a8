// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a test run one temporary folder for all that it writes, and removes it at the end.
 *
 * @returns {() => void} what vitest calls when all tests have ended
 */
export function setup() {
  const folder = mkdtempSync(join(tmpdir(), "truespec-tests-"));
  const names = ["TMPDIR", "TMP", "TEMP"];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = folder;
  return () => {
    // One process may run tests again, and must not look for its folder in one that is gone.
    for (const [index, name] of names.entries()) {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
