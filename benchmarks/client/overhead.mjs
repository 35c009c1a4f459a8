import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const calls = 60;
const rounds = 200;
const warmUp = 30;

/**
 * Microseconds of a call against a server in a process of its own, wall and CPU: for each contender the
 * median, and the median of what it takes over `fetch` and `json()` in the same round. Rounds are short
 * and begin with another contender each, so that whatever else the machine does falls on all alike.
 * `fetch` is there twice: what the second takes over the first is the error of the measurement. `fetch
 * with a timeout` is what any client pays that can end a call.
 */
export async function measureOverhead(contenders) {
  const child = fork(fileURLToPath(new URL("list-server.mjs", import.meta.url)));
  const port = await new Promise((resolve) => child.once("message", resolve));
  const url = `http://127.0.0.1:${port}`;
  const alone = async () => (await fetch(`${url}/models`)).json();
  const runs = [
    { name: "fetch", call: alone },
    { name: "fetch again", call: alone },
    { name: "fetch with a timeout", call: () => fetchWithTimeout(`${url}/models`) },
    ...contenders.map(({ name, connect }) => ({ name, call: connect(url) })),
  ].map((run) => ({ ...run, blocks: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index] of runs.entries()) {
      const { call, blocks } = runs[(index + round) % runs.length];
      const block = await measureBlock(call);
      if (round >= warmUp) {
        blocks.push(block);
      }
    }
  }
  child.disconnect();
  return runs.map(({ name, blocks }) => ({ name, ...summarise(blocks, runs[0].blocks) }));
}

async function fetchWithTimeout(url) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    return await (await fetch(url, { signal: controller.signal })).json();
  } finally {
    clearTimeout(timer);
  }
}

async function measureBlock(call) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) {
    await call();
  }
  const wall = (performance.now() - start) * 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { wall: wall / calls, cpu: (user + system) / calls };
}

function summarise(blocks, alone) {
  const median = (of) => {
    const sorted = blocks.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  return {
    wall: median(({ wall }) => wall),
    cpu: median(({ cpu }) => cpu),
    overWall: median(({ wall }, index) => wall - alone[index].wall),
    overCpu: median(({ cpu }, index) => cpu - alone[index].cpu),
  };
}
