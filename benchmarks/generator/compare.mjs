// Every generator in its fullest mode on every description of TRUESPEC_CORPUS, in turn, each time in
// a process of its own: the medians, and each as a multiple of ours in the same run. Then what comes
// after: type-checking the output, one call in a bundle, and the same command once more.
import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareAfterwards } from "./afterwards.mjs";
import { contenders as all } from "./contenders.mjs";
import { measure, median } from "./measure.mjs";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const without = process.env["BENCH_WITHOUT"]?.split(",") ?? [];
const contenders = all.filter(({ name }) => !without.includes(name));
const only = process.env["BENCH_ONLY"]?.split(",");

/**
 * @param {string} folder
 * @returns {readonly string[]} paths of descriptions, largest first
 */
function listDescriptions(folder) {
  return readdirSync(folder)
    .filter((name) => /\.(json|ya?ml)$/.test(name))
    .filter((name) => only === undefined || only.some((part) => name.includes(part)))
    .map((name) => join(folder, name))
    .sort((left, right) => statSync(right).size - statSync(left).size);
}

/** @param {string} description */
function compare(description) {
  /** @type {Map<string, (import("./measure.mjs").Measurement | string)[]>} */
  const measured = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, command } of contenders) {
      const cwd = mkdtempSync(join(tmpdir(), "bench-generated-"));
      const out = join(cwd, "out");
      const env = { BENCH_INPUT: description, BENCH_OUTPUT: out };
      measured.get(name)?.push(measure(command(description, out), { cwd, env }));
    }
  }
  tell(description, new Map([...measured].map(([name, runs]) => [name, median(runs)])));
}

/**
 * @param {string} description
 * @param {ReadonlyMap<string, import("./measure.mjs").Measurement | string>} medians
 */
function tell(description, medians) {
  const megabytes = (statSync(description).size / 1e6).toFixed(1);
  console.log(`\n${description.split("/").at(-1)} (${megabytes} MB)`);
  const ours = medians.get("truespec");
  for (const { name, makes } of contenders) {
    const found = medians.get(name);
    const title = `  ${name.padEnd(19)}${makes.padEnd(26)}`;
    if (typeof found !== "object") console.log(`${title}failed: ${found}`);
    else console.log(title + row(found, typeof ours === "object" ? ours : found));
  }
}

/**
 * @param {import("./measure.mjs").Measurement} found
 * @param {import("./measure.mjs").Measurement} ours
 */
function row(found, ours) {
  const times = (/** @type {"wall" | "cpu" | "megabytes"} */ unit) =>
    `(${(found[unit] / ours[unit]).toFixed(2)}×)`.padEnd(9);
  return [
    `${found.wall.toFixed(2)} s ${times("wall")}`,
    `${found.cpu.toFixed(2)} s CPU ${times("cpu")}`,
    `${found.megabytes.toFixed(0)} MB ${times("megabytes")}`,
  ].join("");
}

const corpus = process.env["TRUESPEC_CORPUS"];
if (corpus === undefined) {
  console.error("TRUESPEC_CORPUS names no folder of descriptions.");
  process.exitCode = 2;
} else {
  const descriptions = listDescriptions(corpus);
  for (const description of descriptions) compare(description);
  for (const description of descriptions.slice(0, 1)) await compareAfterwards(description);
}
