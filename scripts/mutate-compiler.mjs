// Plants one fault after another into the source of the validator compiler, as it is read and never
// on disk, and runs the tests that hold compiled validators against the interpreter and against Ajv.
// A fault that no test notices is printed, and the exit code is 1. Takes some minutes; run by hand.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the faults are pieces of code
import { startVitest } from "vitest/node";

const folder = "packages/json-schema/src";
const tests = [
  ...["agreement", "errors", "compile-module", "hostile", "share", "memory"].map(
    (name) => `${folder}/compiler/${name}.test.ts`,
  ),
  `${folder}/keywords/contains.test.ts`,
  `${folder}/compiler/disjoint.test.ts`,
  // Skips itself where TRUESPEC_SUITES names no folder; the faults of `unevaluated…` then live.
  "tests/conformance/json-schema/suite.test.ts",
];

/** @typedef {readonly [file: string, from: string, to: string]} Fault */

/**
 * Each fault: the file, what stands there, what is planted instead.
 *
 * @type {readonly Fault[]}
 */
const faults = [
  ["keywords/one-of.ts", "`${count} !== 1`", "`${count} === 0`"],
  ["keywords/one-of.ts", "if (matched.length > 1) fail", "if (matched.length > 2) fail"],
  ["keywords/any-of.ts", 'met.join(" || ")', 'met.join(" && ")'],
  ["keywords/not.ts", "writer.failIf(writer.holds", "writer.failIf('!' + writer.holds"],
  ["keywords/if.ts", "writer.when(`!${isMet}`", "writer.when(`${isMet}`"],
  ["keywords/maximum.ts", "`${number} > ${limit}`", "`${number} >= ${limit}`"],
  ["keywords/min-length.ts", "${2 * limit} &&", "${limit} &&"],
  ["keywords/contains.ts", "`${count} ${operator} ${limit}`", "`${count} ${operator} 1`"],
  ["keywords/dependent-required.ts", "=== undefined`,", "=== null`,"],
  ["keywords/property-names.ts", "`!${writer.holds(node, name)}`", '"false"'],
  ["keywords/prefix-items.ts", ".length > ${index}`", ".length > ${index + 1}`"],
  ["keywords/required.ts", "if (!writer.rejectsUndefined(name))", "if (false)"],
  ["keywords/enum.ts", 'conditions.join(" && ")', 'conditions.slice(0, 3).join(" && ")'],
  ["compiler/runtime/values.ts", 'actual === "integer" && types', 'actual === "number" && types'],
  ["compiler/disjoint.ts", "!b.has(value)", "true"],
  ["compiler/presence.ts", "value.includes(name)", "true"],
  ["compiler/cover-code.ts", "reach.additional ?? reach.unevaluated", "reach.unevaluated"],
  ["compiler/cover-code.ts", "when(`!${isMet}`)", "when(`${isMet}`)"],
  ["compiler/write-schema.ts", "fitting.length === types.length", "fitting.length > 0"],
  ["compiler/write-values.ts", "!inherited.has(name)", "true"],
  ["compiler/share.ts", "names.map((name) => same.get(name))", "names.map(() => 0)"],
  ["compiler/runtime/validation.ts", "known.set(value, answer)", "known.set(value, true)"],
  ["compiler/literal.ts", 'if (name === "__proto__")', "if (false)"],
];

/** A plugin that plants a fault; it says so where there is nothing to plant it into. */
function plant(/** @type {Fault} */ [file, from, to]) {
  const state = { isPlanted: false };
  const plugin = {
    name: "fault",
    enforce: /** @type {const} */ ("pre"),
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!id.endsWith(`${folder}/${file}`)) return undefined;
      if (!code.includes(from)) throw new Error(`${file} has no ${from}`);
      state.isPlanted = true;
      return { code: code.replace(from, () => to), map: null };
    },
  };
  return { state, plugin };
}

async function survives(/** @type {Fault} */ fault) {
  const { state, plugin } = plant(fault);
  const options = { watch: false, bail: 1, reporters: [{}], root: process.cwd() };
  const vitest = await startVitest("test", tests, options, { plugins: [plugin] });
  const failed = vitest.state.getCountOfFailedTests();
  await vitest.close();
  if (!state.isPlanted) throw new Error(`${fault[0]} was not read`);
  return failed === 0;
}

const wanted = process.argv[2];
const chosen = faults.filter((_, index) => wanted === undefined || index === Number(wanted));
const alive = [];
for (const fault of chosen) {
  const [file, from, to] = fault;
  const isAlive = await survives(fault);
  if (isAlive) alive.push(fault);
  console.log(`${isAlive ? "LIVES " : "caught"}  ${file}: ${from} -> ${to}`);
}
console.log(`${chosen.length - alive.length} of ${chosen.length} faults were caught`);
process.exitCode = alive.length === 0 ? 0 : 1;
