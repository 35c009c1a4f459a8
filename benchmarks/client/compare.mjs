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

console.log("\nMicroseconds of a small call (median, fastest tenth; over fetch alone):\n");
const [alone, ...others] = await measureOverhead(contenders);
for (const { name, median, fast } of [alone, ...others]) {
  const over = `${(median - alone.median).toFixed(0)}, ${(fast - alone.fast).toFixed(0)}`;
  console.log(
    `${name.padEnd(16)} ${median.toFixed(0).padStart(6)} ${fast.toFixed(0).padStart(6)}   over: ${over}`,
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
