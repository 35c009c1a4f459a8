import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What one command took: wall time from start to end; user CPU of all its processes; peak memory of the largest.
 *
 * @typedef {object} Run
 * @property {number} wallSeconds
 * @property {number} userSeconds
 * @property {number} megabytes
 * @property {number | null} status
 * @property {string} output standard output and error
 */

const hook = pathToFileURL(join(import.meta.dirname, "report-usage.mjs")).href;

/** Runs a Node script to its end. @returns {Run} */
export function runMeasured(/** @type {readonly string[]} */ command, /** @type {string} */ cwd) {
  const folder = mkdtempSync(join(tmpdir(), "usage-"));
  const file = join(folder, "usage.ndjson");
  const quiet = {
    CI: "true",
    REDOCLY_TELEMETRY: "off",
    OPTIC_TELEMETRY_LEVEL: "off",
    NO_COLOR: "1",
  };
  const env = { ...process.env, ...quiet, NODE_OPTIONS: `--import ${hook}`, BENCHMARK_USAGE: file };
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    ...{ cwd, env, encoding: "utf8", maxBuffer: 2 ** 30, timeout: 600_000 },
  });
  const wallSeconds = (performance.now() - started) / 1000;
  const usages = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  rmSync(folder, { recursive: true });
  return {
    wallSeconds,
    userSeconds: usages.reduce((sum, one) => sum + one.userSeconds, 0),
    megabytes: Math.max(...usages.map((one) => one.megabytes)),
    status,
    output: stdout + stderr,
  };
}
