// GitHub's description loaded by us and bundled by @redocly/openapi-core, in turn, each time in a
// process of its own: the medians, and ours as a share of theirs.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const runs = 7;
const loaders = { ours: "load-ours.mjs", redocly: "load-redocly.mjs" };

/** @returns {import("./measure.mjs").Measurement} */
function run(/** @type {string} */ loader, /** @type {string} */ path) {
  const script = join(import.meta.dirname, loader);
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: "utf8" }));
}

function median(/** @type {readonly number[]} */ numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function compare(/** @type {string} */ path) {
  const measured = { ours: [], redocly: [] };
  for (let count = 0; count < runs; count++) {
    measured.ours.push(run(loaders.ours, path));
    measured.redocly.push(run(loaders.redocly, path));
  }
  for (const unit of ["seconds", "megabytes"]) {
    const ours = median(measured.ours.map((one) => one[unit]));
    const redocly = median(measured.redocly.map((one) => one[unit]));
    const ratio = (ours / redocly).toFixed(2);
    console.log(
      `${unit}: ours ${ours.toFixed(2)}, redocly ${redocly.toFixed(2)}, ratio ${ratio} (goal 0.50)`,
    );
  }
}

const folder = process.env["TRUESPEC_CORPUS"];
const path = folder === undefined ? undefined : join(folder, "github.json");
if (path === undefined || !existsSync(path)) {
  console.error("TRUESPEC_CORPUS names no folder with github.json, GitHub's REST API description.");
  process.exitCode = 2;
} else {
  compare(path);
}
