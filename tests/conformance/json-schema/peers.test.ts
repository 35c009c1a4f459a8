import { createValidator, openSchemas } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import {
  countCases,
  createFigures,
  type Figures,
  printFigures,
  sectionOf,
  sections,
} from "./figures.ts";
import { loadPeers, type Peer, type PeerQuestion } from "./peers.ts";
import { readRemotes, readSuite, type SuiteCase } from "./suite.ts";

const folder = process.env["TRUESPEC_SUITES"];

const ours: Peer = ({ schema, remotes, formats }) => {
  const validate = createValidator(openSchemas(schema, { remotes }), "", { formats });
  return (instance) => validate(instance).valid;
};

describe("the official suite beside peers", () => {
  test("nobody passes more of it", async (context) => {
    if (folder === undefined) return context.skip("TRUESPEC_SUITES names no folder");
    const peers = await loadPeers();
    if (peers.size === 0) return context.skip("benchmarks/ has no peers installed: npm ci there");
    const files = readSuite(folder);
    const remotes = readRemotes(folder);
    const passed = new Map<string, Figures>();
    for (const [name, peer] of [["truespec", ours] as const, ...peers]) {
      const figures = createFigures();
      passed.set(name, figures);
      for (const file of files) {
        const section = sectionOf(file);
        const formats = section === "optional/format" ? "assert" : "annotate";
        for (const { schema, tests } of file.groups) {
          figures[section] += await countPassed(peer, { schema, remotes, formats }, tests);
        }
      }
    }
    console.log(`\n${printFigures(countCases(files), passed)}\n`);
    const own = passed.get("truespec") ?? createFigures();
    for (const [name, figures] of passed) {
      for (const section of sections) {
        expect(own[section], `${name}, ${section}`).toBeGreaterThanOrEqual(figures[section]);
      }
    }
  }, 300_000);
});

/** How many cases a peer answers right; what it refuses counts as wrong. */
async function countPassed(
  peer: Peer,
  question: PeerQuestion,
  tests: readonly SuiteCase[],
): Promise<number> {
  try {
    const isValid = await peer(question);
    return tests.filter(({ data, valid }) => attempt(isValid, data) === valid).length;
  } catch {
    return 0;
  }
}

function attempt(isValid: (instance: unknown) => boolean, data: unknown): boolean | undefined {
  try {
    return isValid(data);
  } catch {
    return undefined;
  }
}
