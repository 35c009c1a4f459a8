#!/usr/bin/env node
// @ts-check
// Says where two OpenAPI descriptions differ in structure, their prose left aside.
//   node scripts/compare-structure.mjs <a> <b>
// Each is YAML, JSON, or a page of text with the description in a fenced yaml block.
// Exit 0: no difference; 1: differences, one a line; 2: an input cannot be read.
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";

/** Keywords that hold prose or samples, where they are keywords and not names. */
const PROSE = new Set(["description", "summary", "title", "example", "examples"]);

/** Keywords whose object maps names to things: a property called `description` is structure. */
const NAME_MAPS = new Set([
  ..."$defs callbacks content definitions dependentRequired dependentSchemas encoding".split(" "),
  ..."headers links mapping parameters pathItems paths patternProperties properties".split(" "),
  ..."requestBodies responses schemas scopes securitySchemes variables webhooks".split(" "),
]);

/** Keywords whose value is data: nothing below it is a keyword. */
const DATA = new Set(["default", "enum", "const", "required", "security"]);

/**
 * @typedef {"keywords" | "names" | "data"} Reading How the keys of an object are to be read.
 * @typedef {{ readonly pointer: string, readonly message: string }} Difference
 */

/**
 * Lists where the structure of two descriptions differs, in the order of the first one.
 *
 * The order of keys, and of plain values such as those of `enum` and `required`, says nothing;
 * the order of objects in a list does.
 *
 * @param {unknown} a
 * @param {unknown} b
 * @returns {Difference[]} empty when the structure is the same
 * @example
 * compareStructure({ type: "object", title: "A" }, { type: "object", title: "B" }); // []
 */
export function compareStructure(a, b) {
  return compareValues(stripProse(a), stripProse(b), "");
}

/**
 * Copies a description without its prose, keys in the same order.
 *
 * @param {unknown} value
 * @param {Reading} [reading] how the keys of `value` are to be read; keywords by default
 * @returns {unknown}
 */
export function stripProse(value, reading = "keywords") {
  if (Array.isArray(value)) {
    const below = reading === "data" ? "data" : "keywords";
    return value.map((item) => stripProse(item, below));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([key]) => reading !== "keywords" || !PROSE.has(key))
    .map(([key, item]) => [key, stripProse(item, readingBelow(key, reading))]);
  return Object.fromEntries(entries);
}

/**
 * @param {string} key
 * @param {Reading} reading
 * @returns {Reading}
 */
function readingBelow(key, reading) {
  if (reading === "data") return "data";
  if (reading === "names") return "keywords";
  if (DATA.has(key) || key.startsWith("x-")) return "data";
  return NAME_MAPS.has(key) ? "names" : "keywords";
}

/**
 * @param {unknown} a
 * @param {unknown} b
 * @param {string} pointer
 * @returns {Difference[]}
 */
function compareValues(a, b, pointer) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return [...a, ...b].some((item) => typeof item === "object")
      ? compareKeys(Object.fromEntries(a.entries()), Object.fromEntries(b.entries()), pointer)
      : compareSets(a, b, pointer);
  }
  if (isObject(a) && isObject(b)) return compareKeys(a, b, pointer);
  if (Object.is(a, b)) return [];
  return [{ pointer, message: `${print(a)} in the first, ${print(b)} in the second` }];
}

/**
 * @param {Record<string, unknown>} a
 * @param {Record<string, unknown>} b
 * @param {string} pointer
 * @returns {Difference[]}
 */
function compareKeys(a, b, pointer) {
  const differences = [];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const place = `${pointer}/${escapePointer(key)}`;
    if (!Object.hasOwn(b, key)) {
      differences.push({ pointer: place, message: onlyIn("first", a[key]) });
    } else if (!Object.hasOwn(a, key)) {
      differences.push({ pointer: place, message: onlyIn("second", b[key]) });
    } else {
      differences.push(...compareValues(a[key], b[key], place));
    }
  }
  return differences;
}

/**
 * @param {readonly unknown[]} a
 * @param {readonly unknown[]} b
 * @param {string} pointer
 * @returns {Difference[]}
 */
function compareSets(a, b, pointer) {
  const first = a.filter((item) => !b.includes(item));
  const second = b.filter((item) => !a.includes(item));
  return [
    ...first.map((item) => ({ pointer, message: onlyIn("first", item) })),
    ...second.map((item) => ({ pointer, message: onlyIn("second", item) })),
  ];
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {string} key RFC 6901, section 3 */
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * @param {"first" | "second"} side
 * @param {unknown} value
 */
function onlyIn(side, value) {
  return `only in the ${side}: ${print(value)}`;
}

/** @param {unknown} value */
function print(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/**
 * Reads a description out of YAML, JSON or a page that holds it in a fenced yaml block.
 *
 * @param {string} text
 * @returns {Record<string, unknown>}
 * @throws {Error} when there is no description in it
 */
export function readDescription(text) {
  const whole = parseYaml(text);
  if (isDescription(whole)) return whole;
  for (const [, block] of text.matchAll(/^ {0,3}```ya?ml[^\n]*\n(.*?)^ {0,3}```/gms)) {
    const value = parseYaml(block ?? "");
    if (isDescription(value)) return value;
  }
  throw new Error("no OpenAPI description found: neither YAML, nor JSON, nor a fenced yaml block");
}

/**
 * @param {string} text
 * @returns {unknown} undefined when the text is no YAML
 */
function parseYaml(text) {
  const document = parseDocument(text, { logLevel: "silent" });
  return document.errors.length === 0 ? document.toJS() : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isDescription(value) {
  return isObject(value) && ("openapi" in value || "swagger" in value);
}

/**
 * @param {readonly string[]} files
 * @returns {number} the exit code
 */
function main(files) {
  const [a, b] = files;
  if (a === undefined || b === undefined || files.length > 2) {
    console.error("usage: node scripts/compare-structure.mjs <a> <b>");
    return 2;
  }
  const left = readFile(a);
  const right = readFile(b);
  if (left === undefined || right === undefined) return 2;
  const differences = compareStructure(left, right);
  for (const { pointer, message } of differences) console.log(`#${pointer}: ${message}`);
  return differences.length === 0 ? 0 : 1;
}

/** @param {string} file */
function readFile(file) {
  try {
    return readDescription(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2));
}
