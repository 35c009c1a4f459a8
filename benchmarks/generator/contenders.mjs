import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const benchmarks = resolve(import.meta.dirname, "..");
const truespec = resolve(benchmarks, "../packages/cli/dist/bin.js");

/** Where ours keeps what was compiled of it. */
export const keptCode = resolve(benchmarks, "../packages/cli/node_modules/.cache/truespec/code");

/**
 * A generator in its fullest mode.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} makes
 * @property {(description: string, out: string) => readonly string[]} command script and parameters
 * @property {Record<string, string>} [env]
 */

/**
 * The script that a package's command runs.
 *
 * @param {string} packageName
 * @param {string} command
 */
function bin(packageName, command) {
  const folder = join(benchmarks, "node_modules", packageName);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[command];
  return join(folder, path);
}

/** @type {readonly Contender[]} */
export const contenders = [
  {
    name: "truespec",
    makes: "types, client, validators",
    command: (description, out) => [truespec, "generate", description, "--out", out, "--no-cache"],
  },
  {
    name: "openapi-typescript",
    makes: "types",
    command: (description, out) => [
      bin("openapi-typescript", "openapi-typescript"),
      ...[description, "-o", join(out, "types.ts")],
    ],
  },
  {
    name: "hey-api",
    makes: "types, client, zod",
    command: (description, out) => [
      ...[bin("@hey-api/openapi-ts", "openapi-ts"), "-i", description, "-o", out, "--no-log-file"],
      ...["-p", "@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "zod"],
    ],
  },
  {
    name: "orval",
    makes: "types, client",
    command: (description, out) => [
      ...[bin("orval", "orval"), "--input", description, "--output", join(out, "index.ts")],
      ...["--client", "fetch"],
    ],
  },
  {
    name: "kubb",
    makes: "types, client, zod",
    // The configuration reads where to write from BENCH_OUTPUT
    command: (description) => [
      ...[bin("@kubb/cli", "kubb"), "generate", description],
      ...["--config", join(import.meta.dirname, "kubb.config.mjs")],
    ],
  },
  {
    name: "redocly",
    makes: "types, client, zod",
    command: (description, out) => [
      ...[bin("@redocly/cli", "redocly"), "generate-client", description],
      ...["-o", join(out, "client.ts"), "--generator", "typescript", "--generator", "zod"],
    ],
  },
];
