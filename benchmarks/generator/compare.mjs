// Every generator in its fullest mode on every description of TRUESPEC_CORPUS, in turn, each time in
// a process of its own: the medians, and each as a multiple of ours in the same run. Then what comes
// after: type-checking the output, one call in a bundle, and the same command once more.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { compareAfterwards } from "./afterwards.mjs";
import { contenders as all, keptCode } from "./contenders.mjs";
import { measure, median } from "./measure.mjs";
import { tellSummary } from "./summary.mjs";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const without = process.env["BENCH_WITHOUT"]?.split(",") ?? [];
const contenders = all.filter(({ name }) => !without.includes(name));
const only = process.env["BENCH_ONLY"]?.split(",");

/** @typedef {ReadonlyMap<string, import("./measure.mjs").Measurement | string>} Medians by contender */

/**
 * @param {string} folder
 * @returns {readonly string[]} paths of descriptions, largest first
 */
function listDescriptions(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(json|ya?ml)$/.test(name))
    .filter((name) => only === undefined || only.some((part) => name.includes(part)))
    .map((name) => join(folder, name))
    .filter(isDescription)
    .sort((left, right) => statSync(right).size - statSync(left).size);
}

/**
 * Parts of a description in several files are none.
 *
 * @param {string} path
 */
function isDescription(path) {
  return /^[{\s]*["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(path, "utf8"));
}

/**
 * @param {string} description
 * @returns {Promise<Medians>}
 */
async function compare(description) {
  /** @type {Map<string, (import("./measure.mjs").Measurement | string)[]>} */
  const measured = new Map(contenders.map(({ name }) => [name, []]));
  const first = await generateFirst(description);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const runs = measured.get(contender.name) ?? [];
      // What failed once fails again, and some take minutes for it
      if (typeof runs.at(-1) !== "string") runs.push(await generate(contender, description));
    }
  }
  const medians = new Map([...measured].map(([name, runs]) => [name, median(runs)]));
  tell(description, medians, first);
  return medians;
}

/**
 * Ours as it runs right after it was installed, when nothing that it compiles is kept.
 *
 * @param {string} description
 */
async function generateFirst(description) {
  const [ours] = all;
  rmSync(keptCode, { recursive: true, force: true });
  return ours === undefined ? "not there" : await generate(ours, description);
}

/**
 * @param {import("./contenders.mjs").Contender} contender
 * @param {string} description
 */
async function generate({ command }, description) {
  const cwd = mkdtempSync(join(tmpdir(), "bench-generated-"));
  const out = join(cwd, "out");
  try {
    const env = { BENCH_INPUT: description, BENCH_OUTPUT: out };
    const found = await measure(command(description, out), { cwd, env });
    const hasWritten = readdirSync(cwd).includes("out") && readdirSync(out).length > 0;
    return typeof found === "string" || hasWritten ? found : "wrote nothing";
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/**
 * @param {string} description
 * @param {Medians} medians
 * @param {import("./measure.mjs").Measurement | string} first
 */
function tell(description, medians, first) {
  const megabytes = (statSync(description).size / 1e6).toFixed(1);
  console.log(`\n${relative(corpus ?? "", description)} (${megabytes} MB)`);
  const ours = medians.get("truespec");
  for (const { name, makes } of contenders) {
    const found = medians.get(name);
    const title = `  ${name.padEnd(19)}${makes.padEnd(26)}`;
    if (typeof found !== "object") console.log(`${title}failed: ${found}`);
    else console.log(title + row(found, typeof ours === "object" ? ours : found));
  }
  if (typeof first === "object" && typeof ours === "object") {
    console.log(`  ${"truespec's first run".padEnd(45)}${row(first, ours)}`);
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
  /** @type {Medians[]} */
  const compared = [];
  for (const description of descriptions) compared.push(await compare(description));
  tellSummary(contenders, compared);
  for (const description of descriptions.slice(0, 1)) await compareAfterwards(description);
}
