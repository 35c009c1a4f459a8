// Faults that `mutate.mjs` plants into packages/json-schema/src: what an author could get wrong.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the faults are pieces of code
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {readonly [file: string, from: string, to: string]} Fault */

/** Where the faults go. */
export const folder = join(import.meta.dirname, "../packages/json-schema/src");

/**
 * What compiled code answers: yes or no.
 *
 * @type {readonly Fault[]}
 */
const ofCompiledCode = [
  ["keywords/one-of.ts", "`${count} !== 1`", "`${count} === 0`"],
  ["keywords/any-of.ts", 'met.join(" || ")', 'met.join(" && ")'],
  ["compiler/tagging.ts", " || seen.has(value)", ""],
  ["keywords/not.ts", "writer.failIf(writer.holds", "writer.failIf('!' + writer.holds"],
  ["keywords/if.ts", "writer.when(`!${isMet}`", "writer.when(`${isMet}`"],
  ["keywords/maximum.ts", "`${number} > ${limit}`", "`${number} >= ${limit}`"],
  ["keywords/max-items.ts", "`${items}.length > ${limit}`", "`${items}.length >= ${limit}`"],
  ["keywords/min-length.ts", "${2 * limit} &&", "${limit} &&"],
  ["keywords/contains.ts", "`${count} ${operator} ${limit}`", "`${count} ${operator} 1`"],
  ["keywords/dependent-required.ts", "=== undefined`,", "=== null`,"],
  ["keywords/property-names.ts", "`!${writer.holds(node, name)}`", '"false"'],
  ["keywords/prefix-items.ts", ".length > ${index}`", ".length > ${index + 1}`"],
  ["keywords/required.ts", "if (!writer.rejectsUndefined(name))", "if (false)"],
  ["keywords/enum.ts", 'conditions.join(" && ")', 'conditions.slice(0, 3).join(" && ")'],
  ["compiler/disjoint.ts", "!b.has(value)", "true"],
  ["compiler/alike.ts", '["minContains", "maxContains", "if"', '["maxContains", "if"'],
  ["compiler/alike.ts", "isTarget(value) ? printText(value) : undefined", "printText(value)"],
  ["compiler/runtime/equality.ts", "isEqual(one, value))", "true)"],
  ["compiler/presence.ts", "new Set(value)", "new Set(value.slice(1))"],
  ["compiler/cover-code.ts", "reach.additional ?? reach.unevaluated", "reach.unevaluated"],
  ["compiler/cover-code.ts", "when(`!${isMet}`)", "when(`${isMet}`)"],
  ["compiler/write-schema.ts", "fitting.length === types.length", "fitting.length > 0"],
  ["compiler/write-own.ts", "if (!isInherited(name)) return", "if (true) return"],
  ["compiler/share.ts", "names.map((name) => same.get(name))", "names.map(() => 0)"],
  ["compiler/literal.ts", 'if (name === "__proto__")', "if (false)"],
  ["compiler/runtime/validation.ts", "known.set(value, answer)", "known.set(value, true)"],
  ["compiler/runtime/equality.ts", "a.length === b.length && ", ""],
  ["compiler/print-module.ts", "written.countsDepth(definition) ||", "false &&"],
];

/**
 * How compiled code lists errors.
 *
 * @type {readonly Fault[]}
 */
const ofErrorTables = [
  ["keywords/unions.ts", "if (matched.length > 1) fail", "if (matched.length > 2) fail"],
  ["keywords/unions.ts", "&& table.areDisjoint(branches)", ""],
  ["keywords/unions.ts", "tag === undefined ? schemas", "true ? schemas"],
  ["compiler/write-table.ts", "|| !isEnvelope(scope, whole.target)", "|| true"],
  ["keywords/contains.ts", "isLeast ? actual < limit", "isLeast ? actual <= limit"],
  ["keywords/if.ts", "const schema = isMet ? met : unmet", "const schema = met"],
  ["keywords/all-of.ts", '"/allOf/" + index', '"/allOf/0"'],
  ["keywords/required.ts", "site.value.some(isInherited)", "false"],
  ["keywords/properties.ts", '.replace(\'"/" + name\', "escapeToken(name)")', ""],
  ["keywords/items.ts", '.replace("index = 0", "index = start")', ""],
  ["keywords/additional-properties.ts", "if (isNamed(name) ||", "if ("],
  ["keywords/unevaluated-properties.ts", "if (!isCovered(name)) fail", "fail"],
  ["compiler/runtime/values.ts", 'actual === "integer" && types', 'actual === "number" && types'],
  ["compiler/runtime/walker.ts", "(value, depth + 1, memory)", "(value, depth, memory)"],
  ["compiler/runtime/validation.ts", "=== path.length", ">= path.length"],
  ["compiler/runtime/walker.ts", "!isSure && level", "level"],
  ["compiler/runtime/walker.ts", "place.depth >", "-1 >"],
];

/**
 * What the interpreter answers, and what both read instances with.
 *
 * @type {readonly Fault[]}
 */
const ofInterpreter = [
  ["keywords/one-of.ts", "if (met.length === 1) return true", "if (met.length > 0) return true"],
  ["keywords/not.ts", "!site.interpreter.meets(node", "site.interpreter.meets(node"],
  ["keywords/if.ts", "isMet ? branches.met :", "!isMet ? branches.met :"],
  ["keywords/min-length.ts", "const actual = codePointLength(text)", "const actual = text.length"],
  ["keywords/dependent-required.ts", "hasMember(instance, property) && ", ""],
  ["keywords/items-range.ts", "let index = range.start", "let index = 0"],
  ["interpreter/cover.ts", "index < reach.prefix.length", "index <= reach.prefix.length"],
  ["interpreter/cover.ts", "applied.nodes.filter(holds)", "applied.nodes"],
  ["interpreter/reach.ts", "named === undefined ? matched : ", "true ? matched : "],
  ["interpreter/nearest.ts", 'keyword === "type" ||', ""],
  ["interpreter/report.ts", "escapeToken(String(step.token))", "String(step.token)"],
  ["document/document.ts", ".get(fragment) !== target) return target", ".has('')) return target"],
  ["instance.ts", "names.length === memberNames(b).length &&", ""],
  ["instance.ts", "if (earlier !== undefined)", "if (earlier)"],
  ["instance.ts", 'type === "number" && actual === "integer"', "false"],
  ["instance.ts", "if (Number.isSafeInteger(value) &&", "if (true ||"],
];

/** All of them. */
export const faults = [...ofCompiledCode, ...ofErrorTables, ...ofInterpreter];

/** What is wrong with a fault itself: its text must stand in its file, once. Undefined if nothing. */
export function findMisfit(/** @type {Fault} */ [file, from]) {
  const path = join(folder, file);
  const count = existsSync(path) ? readFileSync(path, "utf8").split(from).length - 1 : 0;
  if (count === 1) return undefined;
  return `${file} has ${JSON.stringify(from)} ${count} times, and must have it once: fit the fault to the source`;
}
