// Truespec's validators against their peers on OpenRouter's list of models: ratios of one run
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, folder } from "./bundle.mjs";
import { createContenders } from "./contenders.mjs";
import { readOpenRouter } from "./description.mjs";
import { breakModels, createModels } from "./payload.mjs";
import { compareWhole } from "./whole.mjs";

const modelCount = 350;
const rounds = 40;
/** How long each function runs before it is measured: engines optimise in steps, the last one late. */
const warmUp = 300;
/** Another version of Node.js, where `npm --prefix tests/runtimes install` has put it. */
const otherNode = join(import.meta.dirname, "../../tests/runtimes/node_modules/node-24/bin/node");
const starts = 7;

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The microseconds of one call of each function, measured in turn, so that all share one weather. */
function measure(functions, value) {
  const times = functions.map(() => []);
  const calls = functions.map((call) => {
    const start = performance.now();
    let count = 0;
    for (; performance.now() - start < warmUp; count += 1) call(value);
    return Math.max(1, Math.round(count / warmUp));
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, call] of functions.entries()) {
      const start = performance.now();
      for (let count = 0; count < calls[index]; count += 1) call(value);
      times[index].push(((performance.now() - start) * 1000) / calls[index]);
    }
  }
  return times.map(median);
}

/** Milliseconds of import and first call in a process of its own. */
function measureStart(file, payload) {
  const script = `const { readFileSync } = await import("node:fs");
const value = JSON.parse(readFileSync(${JSON.stringify(payload)}, "utf8"));
const start = performance.now();
const { default: call } = await import(${JSON.stringify(pathToFileURL(file).href)});
if (call(value) !== true) throw new Error("refused");
console.log(performance.now() - start);`;
  const run = () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
    );
  return median(Array.from({ length: starts }, run));
}

function print(title, rows) {
  const [first] = rows;
  console.log(`\n${title}`);
  for (const { name, value } of rows) {
    const ratio = (value / first.value).toFixed(2);
    console.log(
      `  ${name.padEnd(18)}${value.toFixed(1).padStart(12)}   ${ratio.padStart(8)} of ours`,
    );
  }
}

async function load(contenders, face) {
  const wanted = contenders.filter((contender) => contender[face] !== undefined);
  return Promise.all(
    wanted.map(async (contender) => {
      const { file, bytes } = await bundle(contender, face);
      const { default: call } = await import(pathToFileURL(file).href);
      return { name: contender.name, isSized: contender.isSized, call, file, bytes };
    }),
  );
}

function check(loaded, valid, broken) {
  for (const { name, call } of loaded) {
    if (call(valid) !== true) throw new Error(`${name} refuses a valid payload`);
    if (call(broken) === true) throw new Error(`${name} takes a broken payload`);
  }
}

async function compare() {
  const contenders = createContenders((await readOpenRouter()).document);
  const is = await load(contenders, "is");
  const errors = await load(contenders, "errors");
  const rows = (list, values) => list.map(({ name }, index) => ({ name, value: values[index] }));
  const wanted = process.argv.slice(2);
  const fast = errors.filter(({ name }) => name !== "typebox Compile" || wanted.includes("slow"));
  console.log(`Node.js ${process.version}, ${modelCount} models`);
  for (const shape of ["constant", "varying"]) {
    const text = createModels({ count: modelCount, shape });
    const valid = JSON.parse(text);
    const one = breakModels(text, 1);
    const hundred = breakModels(text, 100);
    check([...is, ...errors], valid, one);
    const title = (what) =>
      `${what}, ${shape === "constant" ? "constant keys" : "optional keys vary"}, µs`;
    const parse = { name: "JSON.parse", value: measure([() => JSON.parse(text)], valid)[0] };
    const calls = (list) => list.map(({ call }) => call);
    print(title("valid, yes or no"), [...rows(is, measure(calls(is), valid)), parse]);
    print(title("valid, with errors"), rows(errors, measure(calls(errors), valid)));
    print(title("1 error"), rows(fast, measure(calls(fast), one)));
    print(title("100 errors"), rows(fast, measure(calls(fast), hundred)));
  }
  // How fast it is depends on the engine; the rest does not, or hardly.
  if (wanted.includes("speed")) return;
  const payload = join(folder, "payload.json");
  writeFileSync(payload, createModels({ count: modelCount, shape: "varying" }));
  const starting = (list) =>
    rows(
      list,
      list.map(({ file }) => measureStart(file, payload)),
    );
  print("import and first call in a fresh process, yes or no, ms", starting(is));
  const sized = (list) => list.filter(({ isSized }) => isSized);
  const bytes = (list) =>
    rows(
      sized(list),
      sized(list).map((one) => one.bytes),
    );
  print("bytes, minified and gzipped, yes or no", bytes(is));
  print("bytes, minified and gzipped, with errors", bytes(errors));
}

/** The speed in another engine, and the whole of a large description. */
async function compareRest() {
  if (existsSync(otherNode)) {
    console.log();
    execFileSync(otherNode, [import.meta.filename, "speed"], { stdio: "inherit" });
  }
  const corpus = process.env["TRUESPEC_CORPUS"];
  const whole = corpus === undefined ? undefined : join(corpus, "github.json");
  if (whole === undefined || !existsSync(whole)) {
    console.log(
      "\nTRUESPEC_CORPUS names no folder with github.json: the whole description is left out.",
    );
  } else {
    await compareWhole(whole, process.argv.slice(2));
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
if (!existsSync(join(import.meta.dirname, "../../packages/json-schema/dist/index.js"))) {
  console.error("Build the packages first: npm run build");
  process.exitCode = 2;
} else {
  await compare();
  if (!process.argv.includes("speed")) await compareRest();
}
