// Our drift check against its peers on the same traffic, in one run; what observing costs beside JSON.parse; and the
// memory that a large NDJSON file takes.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contenders, description, ours } from "./contenders.mjs";
import { measureParseRatio } from "./parse-ratio.mjs";
import { runMeasured } from "./run-measured.mjs";
import { findRecording, writeHar, writeNdjson } from "./traffic.mjs";

const { values } = parseArgs({
  options: {
    copies: { type: "string" },
    runs: { type: "string", default: "3" },
    megabytes: { type: "string", default: "1000" },
  },
});
const [runs, megabytes] = [values.runs, values.megabytes].map(Number);
const leastBytes = 15e6;
const folder = mkdtempSync(join(tmpdir(), "drift-benchmark-"));
const overlays = ["10-documented-operations", "20-corrections"].map((name) =>
  join(description, `../overlays/${name}.overlay.yaml`),
);

try {
  const { text, source } = await findRecording();
  const copies = Number(values.copies ?? Math.max(20, Math.ceil(leastBytes / text.length)));
  console.log(
    `${copies} copies of ${source} (${(text.length / 1e6).toFixed(2)} MB each) as one HAR and one NDJSON file`,
  );
  const files = { har: join(folder, "traffic.har"), ndjson: join(folder, "traffic.ndjson") };
  writeHar(files.har, text, copies);
  await writeNdjson(files.ndjson, text, copies);
  compareAll(files);
  await tellSpeeds(text, 20 * copies);
  await tellParseRatios(text, copies);
  await tellLarge(text);
} finally {
  rmSync(folder, { recursive: true });
}

function compareAll(/** @type {{ har: string, ndjson: string }} */ files) {
  for (const kind of /** @type {const} */ (["har", "ndjson"])) {
    const path = files[kind];
    const size = statSync(path).size / 1e6;
    console.log(
      `\n${kind.toUpperCase()}, ${size.toFixed(0)} MB\n${"".padEnd(18)}   wall s   user s   MB RSS  problems  causes`,
    );
    for (const contender of contenders.filter(({ reads }) => reads.includes(kind))) {
      const measured = Array.from({ length: runs }, () => runOnce(contender, path));
      const wall = median(measured.map((run) => run.wallSeconds));
      const user = median(measured.map((run) => run.userSeconds));
      const memory = median(measured.map((run) => run.megabytes));
      const { printed, causes } = measured[0] ?? { printed: Number.NaN, causes: Number.NaN };
      console.log(
        `${contender.name.padEnd(18)} ${cell(wall.toFixed(2))} ${cell(user.toFixed(2))} ${cell(memory.toFixed(0))} ${cell(printed, 9)} ${cell(causes, 7)}`,
      );
    }
  }
}

/** How much NDJSON a second of user CPU reads, start-up aside: by the difference to a file of one exchange. */
async function tellSpeeds(/** @type {string} */ text, /** @type {number} */ copies) {
  const one = join(folder, "one.ndjson");
  await writeNdjson(one, text, 1);
  const path = join(folder, "many.ndjson");
  await writeNdjson(path, text, copies);
  const size = (statSync(path).size - statSync(one).size) / 1e6;
  const speeds = ["truespec drift", "redocly drift"].map((name) => {
    const contender = contenders.find((known) => known.name === name);
    if (contender === undefined) return Number.NaN;
    return size / (runOnce(contender, path).userSeconds - runOnce(contender, one).userSeconds);
  });
  const [our = Number.NaN, their = Number.NaN] = speeds;
  console.log(
    `\nMB of NDJSON a second of user CPU, start-up aside: ours ${our.toFixed(0)}, redocly drift ${their.toFixed(0)}, ratio ${(our / their).toFixed(1)} (goal 5)`,
  );
}

function runOnce(
  /** @type {import("./contenders.mjs").Contender} */ contender,
  /** @type {string} */ path,
) {
  const out = join(folder, "out.json");
  const run = runMeasured(contender.command(path, out), folder);
  if (run.status === null || run.status > 1) {
    throw new Error(`${contender.name} ended with ${run.status}: ${run.output.slice(-2_000)}`);
  }
  return { ...run, ...contender.count(run.output, out) };
}

async function tellParseRatios(/** @type {string} */ text, /** @type {number} */ copies) {
  for (const [name, applied] of [
    ["published", []],
    ["corrected", overlays],
  ]) {
    const ratio = await measureParseRatio(description, applied, { text, copies });
    console.log(`observing / JSON.parse, ${name} description: ${ratio.toFixed(2)} (goal 2.5)`);
  }
}

async function tellLarge(/** @type {string} */ text) {
  const path = join(folder, "large.ndjson");
  const size = (await writeNdjson(path, text, Math.ceil((megabytes * 1e6) / text.length))) / 1e6;
  const out = join(folder, "large.profile.json");
  const run = runMeasured([ours, "observe", description, path, "--out", out], folder);
  if (run.status !== 0) throw new Error(run.output);
  const speed = size / run.userSeconds;
  console.log(
    `${size.toFixed(0)} MB of NDJSON observed: ${run.megabytes.toFixed(0)} MB RSS (goal 300), ${run.wallSeconds.toFixed(1)} s, ${speed.toFixed(0)} MB a second of user CPU, profile of ${(statSync(out).size / 1024).toFixed(0)} KiB (goal 64)`,
  );
}

function median(/** @type {readonly number[]} */ numbers) {
  return (
    [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN
  );
}

function cell(/** @type {string | number} */ value, width = 8) {
  return String(value).padStart(width);
}
