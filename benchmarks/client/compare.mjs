import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { compareBehaviour } from "./behaviour.mjs";
import { loadContenders } from "./contenders.mjs";
import { measureOverhead } from "./overhead.mjs";

const contenders = await loadContenders();

console.log("One call that lists models, bundled and minified by esbuild:\n");
for (const { name, bytes, outfile } of contenders) {
  const gzipped = gzipSync(readFileSync(outfile)).length;
  console.log(
    `${name.padEnd(16)} ${String(bytes).padStart(8)} bytes ${String(gzipped).padStart(8)} after gzip`,
  );
}

console.log("\nMicroseconds of a small call, wall and CPU, and both over fetch alone:\n");
for (const { name, ...times } of await measureOverhead(contenders)) {
  const texts = Object.values(times).map((time) => time.toFixed(0).padStart(6));
  console.log(
    `${name.padEnd(21)} ${texts.slice(0, 2).join("")}   over: ${texts.slice(2).join("")}`,
  );
}

console.log("\nA faulty server, with the defaults of each:");
for (const { name, seen } of await compareBehaviour(contenders)) {
  console.log(`\n${name}`);
  for (const [index, text] of seen.entries()) {
    console.log(`  ${contenders[index].name.padEnd(16)} ${text}`);
  }
}
process.exit(0);
