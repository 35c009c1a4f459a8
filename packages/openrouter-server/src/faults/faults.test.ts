import { afterEach, describe, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/parse-catalogue.ts";
import { type RunningServer, type ServerOptions, startServer } from "../start-server.ts";
import type { FaultRates } from "./fault.ts";
import { scheduleFaults } from "./schedule.ts";

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start(options: ServerOptions): Promise<string> {
  const server = await startServer({ catalogue: parseCatalogue('{"data": []}'), ...options });
  running.push(server);
  return `${server.url}/models`;
}

const body = '{"data":[],"total_count":0,"links":{"next":null}}';

describe("what befalls a request", () => {
  test("latency answers late, and rightly", async () => {
    const url = await start({ faults: { latency: 1 }, latencyMs: 80 });
    const before = performance.now();
    expect(await (await fetch(url)).text()).toBe(body);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  test("reset breaks the connection", async () => {
    await expect(fetch(await start({ faults: { reset: 1 } }))).rejects.toThrow("fetch failed");
  });

  test("5xx takes turns, in the documented envelope", async () => {
    const url = await start({ faults: { "5xx": 1 } });
    const seen: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const response = await fetch(url);
      seen.push([response.status, response.headers.get("retry-after")]);
      expect(await response.json()).toMatchObject({ error: { code: response.status } });
    }
    expect(seen).toEqual([
      [500, null],
      [502, null],
      [503, "1"],
      [500, null],
    ]);
  });

  test("truncate announces the whole body and sends half", async () => {
    const response = await fetch(await start({ faults: { truncate: 1 } }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(body.length));
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("html is a page that claims all is well", async () => {
    const response = await fetch(await start({ faults: { html: 1 } }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });

  test("a delay and another fault can meet", async () => {
    const url = await start({ faults: { latency: 1, html: 1 }, latencyMs: 50 });
    const before = performance.now();
    expect(await (await fetch(url)).text()).toMatch(/^<!DOCTYPE html>/);
    expect(performance.now() - before).toBeGreaterThanOrEqual(45);
  });

  test("at half the rate every second request fails", async () => {
    const url = await start({ faults: { "5xx": 0.5 } });
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await fetch(url)).status);
    expect(statuses).toEqual([200, 500, 200, 502]);
  });
});

describe("rates are met exactly, without chance", () => {
  test.each<[FaultRates, number, number]>([
    [{ html: 0 }, 100, 0],
    [{ html: 0.1 }, 10, 1],
    [{ html: 0.1 }, 100, 10],
    [{ html: 1 }, 7, 7],
    [{ html: 0.3, reset: 0.2 }, 10, 5],
    [{}, 10, 0],
  ])("%j over %i requests: %i", (rates, requests, want) => {
    const schedule = scheduleFaults(rates);
    const due = Array.from({ length: requests }, () => schedule()).flat();
    expect(due).toHaveLength(want);
  });
});
