import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const usage = pathToFileURL(join(import.meta.dirname, "usage.mjs")).href;
const seconds = Number(process.env["BENCH_TIMEOUT"] ?? 180);

/**
 * What one run took: seconds by the clock, CPU seconds and peak memory of its processes.
 *
 * @typedef {object} Measurement
 * @property {number} wall
 * @property {number} cpu the sum over its processes
 * @property {number} megabytes of the largest process
 */

/**
 * Runs a Node program to its end, or to the end of BENCH_TIMEOUT.
 *
 * @param {readonly string[]} command script and parameters
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<Measurement | string>} why it failed, where it did
 */
export async function measure(command, { cwd, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-usage-"));
  const file = join(folder, "usage.ndjson");
  const started = performance.now();
  const { failed, output } = await run(command, { cwd, env: { BENCH_USAGE: file, ...env } });
  const wall = (performance.now() - started) / 1000;
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  rmSync(folder, { recursive: true });
  if (failed !== undefined || lines.length === 0) return findReason(output, failed);
  const used = lines.map((line) => JSON.parse(line));
  return {
    wall,
    cpu: used.reduce((sum, one) => sum + one.cpu, 0),
    megabytes: Math.max(...used.map((one) => one.megabytes)),
  };
}

/**
 * @param {readonly string[]} command
 * @param {{ cwd: string, env: Record<string, string> }} options
 */
async function run(command, { cwd, env }) {
  const node = process.env["BENCH_NODE"] ?? process.execPath;
  const quiet = { OPENAPI_TS_TELEMETRY: "0", REDOCLY_TELEMETRY: "off", DO_NOT_TRACK: "1", CI: "1" };
  // A group of its own, and inherited options: some commands start another process for their work
  const child = spawn(node, command, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...quiet, NODE_OPTIONS: `--import=${usage}`, ...env },
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, seconds * 1000);
  const ended = new Promise((resolve, reject) => {
    child.once("close", (status, signal) => resolve(status ?? signal));
    child.once("error", reject);
  });
  const [status, stdout, stderr] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  clearTimeout(timer);
  const failed = isLate ? `not done after ${seconds} s` : `ended with ${status}`;
  return { failed: status === 0 ? undefined : failed, output: `${stdout}\n${stderr}` };
}

/**
 * What a run said of its failure, in a line.
 *
 * @param {string} output
 * @param {string} [failed] how it ended
 */
function findReason(output, failed = "left no measurement") {
  if (failed.startsWith("not done")) return failed;
  const lines = output.split("\n").map((line) => line.trim());
  return (lines.find((line) => /error|fail|✗|❌/i.test(line)) ?? failed).slice(0, 60);
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

/**
 * Runs a Node program several times, one after another, until one fails.
 *
 * @param {number} rounds
 * @param {() => Promise<Measurement | string>} once
 * @returns {Promise<Measurement | string>} the medians
 */
export async function measureRounds(rounds, once) {
  /** @type {(Measurement | string)[]} */
  const runs = [];
  while (runs.length < rounds && typeof runs.at(-1) !== "string") runs.push(await once());
  return median(runs);
}
