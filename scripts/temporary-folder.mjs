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
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
