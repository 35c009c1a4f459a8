/**
 * The components of real descriptions: every validator agrees with the peers, which are asked of the
 * schema as the module tells it, on samples of each component and near misses of every keyword.
 * Of a large description some are asked, all with TRUESPEC_DIFFERENTIAL=all.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openSchemas } from "@truespec/json-schema";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { loadPeers } from "../conformance/json-schema/peers.ts";
import {
  askOurs,
  askPeers,
  type InnerDisagreement,
  type Peers,
  type Question,
  tellSchema,
} from "./compare.ts";
import { listInstances } from "./instances.ts";
import { createRandom, seedOf } from "./random.ts";
import { withoutFormats } from "./schema-reading.ts";
import { settle, type Unsettled } from "./settle.ts";

const corpus = process.env["TRUESPEC_CORPUS"];
const isLong = process.env["TRUESPEC_DIFFERENTIAL"] === "all";
const openRouter = join(import.meta.dirname, "../../openapi/openrouter");
const overlays = ["10-documented-operations", "20-corrections"].map((name) =>
  join(openRouter, `overlays/${name}.overlay.yaml`),
);

async function load(path: string, overlayPaths: readonly string[]): Promise<Description> {
  const read = createSourceReader({ allowNetwork: false });
  const loaded = await loadDescription(path, { read, overlays: overlayPaths });
  if (loaded.ok) return loaded.description;
  throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
}

interface Outcome {
  readonly valid: number;
  readonly invalid: number;
  readonly differences: readonly InnerDisagreement[];
  readonly unsettled: readonly Unsettled[];
  /** Peers that answered nothing. */
  readonly silent: readonly string[];
}

/** Asks everybody of one component. */
async function check(peers: Peers, question: Question): Promise<Outcome> {
  const schema = withoutFormats(await tellSchema(question));
  const random = createRandom(seedOf(question.pointer));
  const instances = listInstances({ root: schema, random }, schema, { samples: 5, changed: 40 });
  const { answers, differences } = await askOurs(question, instances);
  const said = await askPeers(peers, schema, instances);
  const unsettled: Unsettled[] = [];
  for (const [index, answered] of said.entries()) {
    for (const [peer, answer] of answered) {
      if (answer === answers[index]) continue;
      const one = await settle(peers, peer, { schema, instance: instances[index] ?? null });
      if (one !== undefined) unsettled.push(one);
    }
  }
  const valid = answers.filter((answer) => answer).length;
  const silent = [...peers.keys()].filter((peer) => !said.some((one) => one.has(peer)));
  return { valid, invalid: answers.length - valid, differences, unsettled, silent };
}

/** Asks of some components of a description. */
async function checkSome({ document: root, schemas }: Description, count: number) {
  const peers = await loadPeers();
  const document = openSchemas(root);
  const chosen = isLong ? schemas : createRandom(1).some(schemas, count);
  const outcomes: Outcome[] = [];
  for (const { pointer } of chosen) outcomes.push(await check(peers, { document, pointer }));
  expect(outcomes.flatMap(({ differences }) => differences)).toEqual([]);
  expect(outcomes.flatMap(({ unsettled }) => unsettled)).toEqual([]);
  expect(outcomes.flatMap(({ silent }) => silent)).toEqual([]);
  const valid = outcomes.reduce((sum, outcome) => sum + outcome.valid, 0);
  const invalid = outcomes.reduce((sum, outcome) => sum + outcome.invalid, 0);
  // Cases that nearly all come out the same would show little.
  expect(valid / (valid + invalid)).toBeGreaterThan(0.2);
  expect(invalid / (valid + invalid)).toBeGreaterThan(0.2);
  return peers.size;
}

const noPeers = "the peers were not asked: benchmarks/ has none installed: npm ci there";

test("the components of OpenRouter's description", async (context) => {
  const description = await load(join(openRouter, "openapi.yaml"), overlays);
  if ((await checkSome(description, 100)) === 0) context.skip(noPeers);
}, 600_000);

test("the components of GitHub's description", async (context) => {
  if (corpus === undefined) return context.skip("TRUESPEC_CORPUS names no folder of descriptions");
  const path = join(corpus, "github.json");
  if (!existsSync(path)) return context.skip("TRUESPEC_CORPUS has no github.json");
  if ((await checkSome(await load(path, []), 30)) === 0) context.skip(noPeers);
}, 1_800_000);
