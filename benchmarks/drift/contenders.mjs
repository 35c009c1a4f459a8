// Who is compared, how each is started, and how many problems each tells of how many causes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The published description of OpenRouter's Models API. */
export const description = join(root, "openapi/openrouter/openapi.yaml");

/** The command line tool, built. */
export const ours = join(root, "packages/cli/dist/bin.js");

/**
 * @typedef {object} Counts
 * @property {number} printed problems that are told, one by one
 * @property {number} causes different ones among them, places in arrays taken together
 */

/**
 * A command over a description and traffic; `out` is a file of its own for a report.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly ("har" | "ndjson")[]} reads
 * @property {(traffic: string, out: string) => readonly string[]} command
 * @property {(output: string, out: string) => Counts} count
 */

/** @type {readonly Contender[]} */
const all = [
  {
    name: "truespec drift",
    reads: ["har", "ndjson"],
    command: (traffic, out) => [ours, "drift", description, traffic, "--report", `json=${out}`],
    count(_output, out) {
      const { findings } = JSON.parse(readFileSync(out, "utf8"));
      return { printed: findings.length, causes: findings.length };
    },
  },
  {
    name: "redocly drift",
    reads: ["har", "ndjson"],
    command: (traffic, out) => [
      ...[binary("@redocly/cli", "redocly"), "drift", traffic, "--api", description],
      ...["--format", "json", "--output", out],
    ],
    count(_output, out) {
      const { problems } = JSON.parse(readFileSync(out, "utf8"));
      return { printed: problems.length, causes: new Set(problems.map(causeOfRedocly)).size };
    },
  },
  {
    name: "optic capture",
    reads: ["har"],
    command: (traffic) => [
      binary("@useoptic/optic", "optic"),
      "capture",
      description,
      "--har",
      traffic,
    ],
    count(output) {
      const lines = output.split("\n").filter((line) => /^\s+\[.+\] /.test(line));
      return {
        printed: lines.length,
        causes: new Set(lines.map((line) => line.replace(/Received .*? \(/, "("))).size,
      };
    },
  },
  {
    name: "ajv, bodies alone",
    reads: ["har", "ndjson"],
    command: (traffic) => [
      join(import.meta.dirname, "validate-with-ajv.mjs"),
      description,
      traffic,
    ],
    count: (output) => JSON.parse(output),
  },
];

/** The contenders that are installed. */
export const contenders = all.filter(({ command }) => existsSync(command("", "")[0] ?? ""));

function binary(/** @type {string} */ name, /** @type {string} */ command) {
  const folder = join(import.meta.dirname, "../node_modules", name);
  if (!existsSync(folder)) return "";
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

function causeOfRedocly(/** @type {any} */ { ruleId, target, schemaPath, message, details }) {
  return JSON.stringify([ruleId, target, schemaPath ?? message, details?.params]);
}
