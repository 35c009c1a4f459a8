import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const calls = 150;
const rounds = 40;
const warmUp = 8;

/**
 * Microseconds of a call against a server in a process of its own, runs interleaved: the median and the
 * fastest tenth of each contender, `fetch` alone first.
 */
export async function measureOverhead(contenders) {
  const child = fork(fileURLToPath(new URL("list-server.mjs", import.meta.url)));
  const port = await new Promise((resolve) => child.once("message", resolve));
  const url = `http://127.0.0.1:${port}`;
  const runs = [
    { name: "fetch", call: async () => (await fetch(`${url}/models`)).json(), times: [] },
    ...contenders.map(({ name, connect }) => ({ name, call: connect(url), times: [] })),
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const run of round % 2 === 0 ? runs : [...runs].reverse()) {
      const start = performance.now();
      for (let index = 0; index < calls; index += 1) {
        await run.call();
      }
      if (round >= warmUp) {
        run.times.push(((performance.now() - start) / calls) * 1_000);
      }
    }
  }
  child.disconnect();
  return runs.map(({ name, times }) => ({ name, ...summarise(times) }));
}

function summarise(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)];
  return { median: at(0.5), fast: at(0.1) };
}
