import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const usage = pathToFileURL(join(import.meta.dirname, "usage.mjs")).href;

/**
 * What one run took: seconds by the clock, CPU seconds and peak memory of its processes.
 *
 * @typedef {object} Measurement
 * @property {number} wall
 * @property {number} cpu the sum over its processes
 * @property {number} megabytes of the largest process
 */

/**
 * Runs a Node program to its end.
 *
 * @param {readonly string[]} command script and parameters
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Measurement | string} the last line that it printed where it failed
 */
export function measure(command, { cwd, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-usage-"));
  const file = join(folder, "usage.ndjson");
  const node = process.env["BENCH_NODE"] ?? process.execPath;
  const quiet = { OPENAPI_TS_TELEMETRY: "0", REDOCLY_TELEMETRY: "off", DO_NOT_TRACK: "1", CI: "1" };
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(node, command, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
    // Inherited: some commands start another process for their work
    env: { ...process.env, ...quiet, NODE_OPTIONS: `--import=${usage}`, BENCH_USAGE: file, ...env },
  });
  const wall = (performance.now() - started) / 1000;
  const lines = status === 0 ? readFileSync(file, "utf8").trim().split("\n") : [];
  rmSync(folder, { recursive: true });
  if (status !== 0) return findReason(`${stdout}\n${stderr}`);
  const used = lines.map((line) => JSON.parse(line));
  return {
    wall,
    cpu: used.reduce((sum, one) => sum + one.cpu, 0),
    megabytes: Math.max(...used.map((one) => one.megabytes)),
  };
}

/** @param {string} output */
function findReason(output) {
  const lines = output.split("\n").map((line) => line.trim());
  return (lines.find((line) => /error|fail|✗|❌/i.test(line)) ?? lines.at(-1) ?? "").slice(0, 60);
}

/**
 * The medians of several runs; the reason of the first that failed.
 *
 * @param {readonly (Measurement | string)[]} runs
 * @returns {Measurement | string}
 */
export function median(runs) {
  const failed = runs.find((run) => typeof run === "string");
  if (failed !== undefined) return failed;
  const sound = runs.filter((run) => typeof run !== "string");
  const of = (/** @type {keyof Measurement} */ unit) => {
    const sorted = sound.map((run) => run[unit]).sort((left, right) => left - right);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return { wall: of("wall"), cpu: of("cpu"), megabytes: of("megabytes") };
}
