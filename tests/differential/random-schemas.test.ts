/**
 * Schemas and instances made by chance: the interpreter, compiled code and the output formats say
 * the same, and so do the peers where they are not known to err. TRUESPEC_DIFFERENTIAL=all asks
 * many more; a seed in a failure's label asks that one again.
 */
import { openSchemas } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { loadPeers } from "../conformance/json-schema/peers.ts";
import { askOurs, askPeers } from "./compare.ts";
import { listInstances } from "./instances.ts";
import { createRandom } from "./random.ts";
import { makeRandomSchema } from "./random-schemas.ts";
import { findNeedless, settle, type Unsettled } from "./settle.ts";

const isLong = process.env["TRUESPEC_DIFFERENTIAL"] === "all";
const kinds = [
  ["plain", { isHostile: false, isDynamic: false }],
  ["names that objects inherit", { isHostile: true, isDynamic: false }],
  ["dynamic references", { isHostile: false, isDynamic: true }],
] as const;

/** The schema of a seed and its instances. */
function make(seed: number, kind: (typeof kinds)[number][1]) {
  const random = createRandom(seed);
  const schema = makeRandomSchema(random, kind);
  const amount = { samples: 4, changed: 24 };
  const instances = listInstances({ root: schema, random }, schema, amount);
  return { schema, instances, question: { document: openSchemas(schema), pointer: "" } };
}

describe.each(kinds)("schemas made by chance: %s", (_, kind) => {
  test("the interpreter, isX, validateX and the output agree", async () => {
    const answers = { valid: 0, invalid: 0 };
    for (let seed = 1; seed <= (isLong ? 4_000 : 250); seed += 1) {
      const { schema, instances, question } = make(seed, kind);
      const ours = await askOurs(question, instances);
      expect(ours.differences, `seed ${seed}: ${JSON.stringify(schema)}`).toEqual([]);
      for (const answer of ours.answers) answers[answer ? "valid" : "invalid"] += 1;
    }
    // Cases that nearly all come out the same would show little.
    const share = answers.valid / (answers.valid + answers.invalid);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  }, 1_200_000);

  test("the peers agree", async (context) => {
    const peers = await loadPeers();
    if (peers.size === 0) return context.skip("benchmarks/ has no peers installed: npm ci there");
    const unsettled: Unsettled[] = [];
    const answered = new Map([...peers.keys()].map((name) => [name, 0]));
    let asked = 0;
    for (let seed = 1; seed <= (isLong ? 2_000 : 100); seed += 1) {
      const { schema, instances, question } = make(seed, kind);
      const { answers } = await askOurs(question, instances);
      const told = await askPeers(peers, schema, instances);
      asked += instances.length;
      for (const [index, said] of told.entries()) {
        for (const [peer, answer] of said) {
          answered.set(peer, (answered.get(peer) ?? 0) + 1);
          if (answer === answers[index]) continue;
          const found = { schema, instance: instances[index] ?? null };
          const one = await settle(peers, peer, found);
          if (one !== undefined) unsettled.push(one);
        }
      }
    }
    expect(unsettled).toEqual([]);
    // A peer that refused most schemas would agree without having been asked.
    for (const [peer, count] of answered) expect(count, peer).toBeGreaterThan(0.9 * asked);
  }, 1_200_000);
});

test("every entry of what peers get wrong is needed", async (context) => {
  const peers = await loadPeers();
  if (peers.size < 4) return context.skip("benchmarks/ has not all peers installed: npm ci there");
  expect(await findNeedless(peers)).toEqual([]);
});
