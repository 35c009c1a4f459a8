// What observing costs beside JSON.parse of the same bytes: user CPU of each, in turn, in one process.
import { readFileSync } from "node:fs";
import { observe } from "@truespec/drift-check";
import { loadDescription } from "@truespec/openapi";

const rounds = 11;

/**
 * @param {string} path of the description
 * @param {readonly string[]} overlays
 * @param {string} text of one body
 * @param {number} copies
 */
export async function measureParseRatio(path, overlays, { text, copies }) {
  const read = async (location) => ({ location, bytes: readFileSync(location) });
  const { description } = await loadDescription(path, { read, overlays });
  if (description === undefined) throw new Error(`${path} cannot be read`);
  const bodies = Array.from({ length: copies }, () => JSON.parse(text));
  const items = bodies.map((value, index) => exchangeOf(value, index));
  const ratios = [];
  for (let round = 0; round < rounds; round += 1) {
    const parsing = await userTime(async () => {
      for (let copy = 0; copy < copies; copy += 1) JSON.parse(text);
    });
    const observing = await userTime(() => observe(description, items));
    ratios.push(observing / parsing);
  }
  return ratios.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN;
}

function exchangeOf(/** @type {unknown} */ value, /** @type {number} */ index) {
  const request = { method: "GET", url: "/models", headers: [], body: { kind: "none" } };
  const headers = [{ name: "content-type", value: "application/json" }];
  const response = { status: 200, headers, body: { kind: "json", value } };
  const exchange = { id: `a:${index + 1}`, time: undefined, request, response, probed: false };
  return { kind: "exchange", exchange: { ...exchange, operation: "GET /models" } };
}

async function userTime(/** @type {() => Promise<unknown>} */ work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
