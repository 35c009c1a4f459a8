// The whole of a large description: time to compile it, and bytes of what answers yes or no
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { compileModule, openSchemas } from "../../packages/json-schema/dist/index.js";
import { bundle } from "./bundle.mjs";
import { listTargets, readDescription } from "./description.mjs";

/** What a call answers, and the seconds of CPU that it takes. */
function time(call) {
  const start = process.cpuUsage();
  const answer = call();
  return { answer, seconds: process.cpuUsage(start).user / 1e6 };
}

function print(name, { seconds, bytes, rest }) {
  const figures = `${seconds.toFixed(2)} s of CPU, ${bytes} bytes of is functions with gzip`;
  console.log(`  ${name.padEnd(18)}${figures}${rest}`);
}

/** One module with all components, those of them that Ajv refuses left out. */
function compileWithAjv(document, targets) {
  const options = { strict: false, validateFormats: false, code: { source: true, esm: true } };
  const ajv = new Ajv2020(options);
  ajv.addSchema({ $id: "whole", ...document }, undefined, undefined, false);
  const refused = [];
  const entries = targets.flatMap(({ name, pointer }) => {
    try {
      return ajv.getSchema(`whole#${pointer}`) ? [[`is${name}`, `whole#${pointer}`]] : [];
    } catch (error) {
      refused.push(`${name}: ${error.message}`);
      return [];
    }
  });
  return { code: standaloneCode.default(ajv, Object.fromEntries(entries)), refused };
}

/**
 * Compiles every component of a description, three times, of which the quickest counts; with "ajv" among
 * the words Ajv standalone as well, once, which takes a minute.
 *
 * @param {string} path
 * @param {readonly string[]} words
 */
export async function compareWhole(path, words) {
  const description = await readDescription(path);
  const targets = listTargets(description);
  const compile = () => compileModule(openSchemas(description.document), targets);
  const times = Array.from({ length: 3 }, () => time(compile));
  const is = `export { ${targets.map(({ name }) => `is${name}`).join(", ")} } from "generated";`;
  console.log(`\n${targets.length} components`);
  const [first] = times;
  const ours = await bundle({ name: "whole", module: first.answer.code, is }, "is");
  const seconds = Math.min(...times.map((one) => one.seconds));
  const rest = `, ${first.seconds.toFixed(2)} s the first time`;
  print("truespec", { seconds, bytes: ours.bytes, rest });
  if (!words.includes("ajv")) return;
  const ajv = time(() => compileWithAjv(description.document, targets));
  const { code, refused } = ajv.answer;
  const { bytes } = await bundle({ name: "whole-ajv", is: code }, "is");
  const ratio = `, ${(bytes / ours.bytes).toFixed(1)} times ours`;
  print("ajv standalone", {
    seconds: ajv.seconds,
    bytes,
    rest: `${ratio}, refuses ${refused.length}`,
  });
  for (const line of refused) console.log(`    ${line}`);
}
