// Plants one fault after another into packages/json-schema, into the source as it is read and never
// on disk, and runs the tests that prove the validators until one fails. A fault that no test
// notices is printed, and the exit code is 1. `npm run mutate -- 3 7` plants only those two.
import { createVitest } from "vitest/node";
import { faults, findMisfit, folder } from "./faults.mjs";

const units = [
  ...["errors", "compile-module", "share", "memory", "disjoint", "bounds", "hostile"].map(
    (name) => `compiler/${name}.test.ts`,
  ),
  ...[
    "keywords/contains.test.ts",
    "keywords/discriminator.test.ts",
    "interpreter/validator.test.ts",
  ],
].map((name) => `packages/json-schema/src/${name}`);

/** One after the other until one fails, the quickest first. */
const stages = [
  units,
  ["tests/differential/random-schemas.test.ts"],
  ["packages/json-schema/src/compiler/agreement.test.ts"],
];

/** @type {import("./faults.mjs").Fault | undefined} */
let planted;
let reads = 0;

const plugin = {
  name: "fault",
  enforce: /** @type {const} */ ("pre"),
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    if (planted === undefined || id !== `${folder}/${planted[0]}`) return undefined;
    const [, from, to] = planted;
    reads += 1;
    return { code: code.replace(from, () => to), map: null };
  },
};

const chosen = process.argv.slice(2).map(Number);
const wanted = faults.filter((_, index) => chosen.length === 0 || chosen.includes(index));
const misfits = wanted.flatMap((fault) => findMisfit(fault) ?? []);
if (misfits.length > 0) {
  console.error(misfits.join("\n"));
  process.exit(2);
}

const options = {
  ...{ watch: false, bail: 1, reporters: [{}], root: process.cwd() },
  // Without the peers: what is planted makes ours differ from ours.
  testNamePattern: /^(?!.*the peers).*$/,
};
const vitest = await createVitest("test", options, { plugins: [plugin] });

/** Does a test fail? */
async function isCaught() {
  for (const files of stages) {
    const specifications = await vitest.globTestSpecifications(files);
    if (specifications.length !== files.length) throw new Error(`Not all there: ${files}`);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    if (unhandledErrors.length > 0 || testModules.some((one) => !one.ok())) return true;
  }
  return false;
}

if (await isCaught()) throw new Error("The tests fail without any fault.");
const alive = [];
for (const fault of wanted) {
  const [file, from, to] = fault;
  const start = performance.now();
  planted = fault;
  reads = 0;
  vitest.invalidateFile(`${folder}/${file}`);
  const caught = await isCaught();
  if (reads === 0) throw new Error(`${file} was not read`);
  vitest.invalidateFile(`${folder}/${file}`);
  if (!caught) alive.push(fault);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${caught ? "caught" : "LIVES "} ${seconds} s  ${file}: ${from} -> ${to}`);
}
planted = undefined;
if (await isCaught()) throw new Error("A fault outlived its turn.");
await vitest.close();
console.log(`${wanted.length - alive.length} of ${wanted.length} faults were caught`);
process.exitCode = alive.length === 0 ? 0 : 1;
