import { expect, test } from "vitest";
import { judge, type Verdict } from "./agreement/agree.ts";
import { listCorpus, locateCorpus } from "./corpus.ts";
import { load } from "./generate-into.ts";

const corpus = listCorpus();

/** GitHub's takes 20 seconds of a processor, which others may want too. */
const slow = 300_000;

test.for(corpus ?? ["the corpus"])(
  "types and validators of %s agree",
  { timeout: slow },
  async (file, context) => {
    if (corpus === undefined) {
      return context.skip("TRUESPEC_CORPUS names no folder of descriptions");
    }
    const description = await load(locateCorpus(file));
    const verdicts = await judge(description, { instances: 3, mutants: 2 });
    expectAgreement(verdicts);
    const accepted = new Set(verdicts.filter((one) => one.validator).map((one) => one.schema));
    expect(accepted.size).toBeGreaterThanOrEqual(0.75 * description.schemas.length);
  },
);

test("types and validators agree where names and texts are hostile", async () => {
  const description = await load("tests/generator/fixtures/api.yaml");
  const verdicts = await judge(description, { instances: 20, mutants: 10 });
  // `Loop` is nothing but a reference to itself: its type is unknown, which a diagnostic tells.
  expectAgreement(verdicts.filter((one) => one.schema !== "Loop"));
});

test.each(["inheritance", "unions"])(
  "types and validators agree on parents with a discriminator and their children: %s",
  async (name) => {
    const description = await load(`tests/generator/fixtures/${name}.yaml`);
    const verdicts = await judge(description, { instances: 20, mutants: 10 });
    expectAgreement(verdicts);
    const accepted = verdicts.filter((one) => one.validator && one.type);
    expect(new Set(accepted.map((one) => one.schema)).size).toBe(description.schemas.length);
  },
);

/**
 * What a guard accepts is of its type, and what violates something that TypeScript can state is refused
 * by both. What types state beyond JSON Schema, on purpose, is no more than `stated` says.
 */
function expectAgreement(verdicts: readonly Verdict[]): void {
  expect(verdicts.filter((one) => one.validator === one.errors)).toEqual([]);
  const judged = verdicts.filter((one) => one.structural);
  expect(judged.filter((one) => one.stated && !one.type)).toEqual([]);
  expect(judged.filter((one) => one.type && !one.stated)).toEqual([]);
  const beyond = judged.filter((one) => one.validator && !one.stated);
  expect(beyond.filter((one) => !one.deliberate)).toEqual([]);
}
