import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { contenders } from "./contenders.mjs";
import { measure, measureRounds } from "./measure.mjs";

const root = resolve(import.meta.dirname, "../..");
const tsc = resolve(root, "node_modules/typescript/bin/tsc");
const calls = 400;

/**
 * What a project lives with once a description's files are generated: type-checks, bundles, reruns.
 *
 * @param {string} description
 */
export async function compareAfterwards(description) {
  const cwd = mkdtempSync(join(tmpdir(), "bench-afterwards-"));
  mkdirSync(join(cwd, "node_modules/@truespec"), { recursive: true });
  symlinkSync(join(root, "packages/client"), join(cwd, "node_modules/@truespec/client"));
  const [ours] = contenders;
  const command = (ours?.command(description, join(cwd, "api")) ?? []).filter(
    (part) => part !== "--no-cache",
  );
  const first = await measure(command, { cwd });
  console.log(`\nafterwards, ${description.split("/").at(-1)}`);
  if (typeof first === "string") {
    console.log(`  failed: ${first}`);
    return;
  }
  const again = await measureRounds(5, () => measure(command, { cwd }));
  tellTime("the same command again, nothing changed", again, "goal 0.30 s by the clock");
  await compareTypeChecks(cwd);
  await bundleOneCall(cwd);
}

/** @param {string} cwd */
async function compareTypeChecks(cwd) {
  const names = findCalls(cwd);
  const types = await check(cwd, "types", ["api/types.ts"]);
  const full = await check(cwd, "full", ["api/client.ts", "api/validators/index.d.ts"]);
  const none = await check(cwd, "none", [writeCalls(cwd, "none.ts", [])]);
  const many = await check(cwd, "many", [writeCalls(cwd, "many.ts", names.slice(0, calls))]);
  tellTime("tsc, types alone", types);
  tellTime("tsc, all that is generated", full, ratio(full, types, "goal 1.30"));
  tellTime("tsc, a client without a call", none);
  tellTime(`tsc, ${Math.min(calls, names.length)} calls`, many, difference(many, none));
}

/**
 * The functions that make one call; those that page answer otherwise.
 *
 * @param {string} cwd
 */
function findCalls(cwd) {
  const text = readFileSync(join(cwd, "api/client.ts"), "utf8");
  const calls = /^export function (\w+)\(client: .*\): Promise</gm;
  return [...text.matchAll(calls)].map(([, name = ""]) => name);
}

/**
 * @param {string} cwd
 * @param {string} file
 * @param {readonly string[]} names
 */
function writeCalls(cwd, file, names) {
  const lines = names.map(
    (name, index) =>
      `export const use${index} = async (input: Parameters<typeof api.${name}>[1]) => {\n` +
      `  const result = await api.${name}(connection, input);\n` +
      "  return result.ok ? result.data : result.error;\n};",
  );
  const start = 'import * as api from "./api/client.js";\ndeclare const connection: api.Client;';
  writeFileSync(join(cwd, file), [start, ...lines, "export { connection };\n"].join("\n"));
  return file;
}

/**
 * @param {string} cwd
 * @param {string} name
 * @param {readonly string[]} files
 */
function check(cwd, name, files) {
  const compilerOptions = {
    ...{ target: "es2022", module: "esnext", moduleResolution: "bundler", noEmit: true },
    ...{ lib: ["es2022", "dom", "dom.iterable"], types: [], strict: true, skipLibCheck: false },
    skipDefaultLibCheck: true,
  };
  const config = join(cwd, `tsconfig.${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  return measureRounds(3, () => measure([tsc, "-p", config], { cwd }));
}

/**
 * One operation whose answer is validated, as an application would bundle it.
 *
 * @param {string} cwd
 */
async function bundleOneCall(cwd) {
  const validators = readFileSync(join(cwd, "api/validators/index.js"), "utf8");
  const found = findCalls(cwd).find((name) =>
    validators.includes(`as validate${pascal(name)}200,`),
  );
  if (found === undefined) return;
  const lines = [
    `import { createConnection, ${found} } from "./api/client.ts";`,
    `import { validate${pascal(found)}200 } from "./api/validators/index.js";`,
    `const result = await ${found}(createConnection(), JSON.parse(globalThis.input));`,
    `console.log(validate${pascal(found)}200(result.data));`,
  ];
  writeFileSync(join(cwd, "one.ts"), lines.join("\n"));
  const { outputFiles } = await build({
    ...{ entryPoints: [join(cwd, "one.ts")], bundle: true, minify: true, write: false },
    ...{ format: "esm", platform: "neutral", target: "es2022", mainFields: ["module", "main"] },
    ...{ conditions: ["import"], logLevel: "error" },
  });
  const bytes = outputFiles[0]?.contents.length ?? 0;
  console.log(`  one validated call (${found}), minified: ${bytes} bytes (goal 15000)`);
}

/** @param {string} name */
function pascal(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * @param {string} title
 * @param {import("./measure.mjs").Measurement | string} found
 * @param {string} [note]
 */
function tellTime(title, found, note = "") {
  const text =
    typeof found === "string"
      ? `failed: ${found}`
      : `${found.wall.toFixed(2)} s, ${found.cpu.toFixed(2)} s CPU, ${found.megabytes.toFixed(0)} MB`;
  console.log(`  ${title}: ${text}${note === "" ? "" : ` (${note})`}`);
}

/**
 * @param {import("./measure.mjs").Measurement | string} left
 * @param {import("./measure.mjs").Measurement | string} right
 * @param {string} goal
 */
function ratio(left, right, goal) {
  if (typeof left === "string" || typeof right === "string") return "";
  return `${(left.cpu / right.cpu).toFixed(2)}× the CPU of types alone, ${goal}`;
}

/**
 * @param {import("./measure.mjs").Measurement | string} left
 * @param {import("./measure.mjs").Measurement | string} right
 */
function difference(left, right) {
  if (typeof left === "string" || typeof right === "string") return "";
  return `${(left.cpu - right.cpu).toFixed(2)} s CPU more, goal 0.50`;
}
