// Plants one fault after another into packages/json-schema, into the source as it is read and never
// on disk, and runs the tests that prove the validators until one fails. A fault that no test
// notices is printed, and the exit code is 1. `npm run mutate -- 3 7` plants only those two.
import { createVitest } from "vitest/node";
import { faults, findMisfit, folder } from "./faults.mjs";

const units = [
  ...[
    "errors",
    "nearest",
    "compile-module",
    "share",
    "memory",
    "disjoint",
    "alike",
    "bounds",
    "hostile",
    "write-tagged",
  ].map((name) => `compiler/${name}.test.ts`),
  ...[
    "keywords/contains.test.ts",
    "keywords/enum.test.ts",
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

const options = {
  ...{ watch: false, bail: 1, reporters: [{}], root: process.cwd() },
  // Without the peers: what is planted makes ours differ from ours.
  testNamePattern: /^(?!.*the peers).*$/,
};

/** A plugin that plants a fault as its file is read; `state` tells whether it was. */
function plant(/** @type {import("./faults.mjs").Fault} */ [file, from, to]) {
  const state = { isRead: false };
  const plugin = {
    name: "fault",
    enforce: /** @type {const} */ ("pre"),
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (id !== `${folder}/${file}`) return undefined;
      state.isRead = true;
      return { code: code.replace(from, () => to), map: null };
    },
  };
  return { state, plugin };
}

/** Does a test fail with these plugins? Each time in a server of its own, so that nothing is left over. */
async function isCaught(/** @type {readonly ReturnType<typeof plant>["plugin"][]} */ plugins) {
  const vitest = await createVitest("test", options, { plugins: [...plugins] });
  try {
    for (const files of stages) {
      const specifications = await vitest.globTestSpecifications(files);
      if (specifications.length !== files.length) throw new Error(`Not all there: ${files}`);
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
      if (unhandledErrors.length > 0 || testModules.some((one) => !one.ok())) return true;
    }
    return false;
  } finally {
    await vitest.close();
  }
}

const chosen = process.argv.slice(2).map(Number);
const wanted = faults.filter((_, index) => chosen.length === 0 || chosen.includes(index));
const misfits = wanted.flatMap((fault) => findMisfit(fault) ?? []);
if (misfits.length > 0) {
  console.error(misfits.join("\n"));
  process.exit(2);
}

if (await isCaught([])) throw new Error("The tests fail without any fault.");
const alive = [];
for (const fault of wanted) {
  const [file, from, to] = fault;
  const start = performance.now();
  const { state, plugin } = plant(fault);
  const caught = await isCaught([plugin]);
  if (!state.isRead) throw new Error(`${file} was not read`);
  if (!caught) alive.push(fault);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${caught ? "caught" : "LIVES "} ${seconds} s  ${file}: ${from} -> ${to}`);
}
console.log(`${wanted.length - alive.length} of ${wanted.length} faults were caught`);
process.exitCode = alive.length === 0 ? 0 : 1;
