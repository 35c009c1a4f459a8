import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@truespec/generator";
import { expect, test } from "vitest";
import { listCorpus, locateCorpus } from "./corpus.ts";
import { generateInto, load } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

const corpus = listCorpus();
/** GitHub's takes 20 seconds of a processor, which others may want too. */
const slow = 300_000;
const emit = ["types", "client", "validators"] as const;

/** Real descriptions: between them Swagger 2.0, OpenAPI 3.0 and 3.1, one file and several, up to 1,223 operations. */
test.for(corpus ?? ["the corpus"])(
  "%s becomes types, client and validators that type-check",
  { timeout: slow },
  async (file, context) => {
    if (corpus === undefined)
      return context.skip("TRUESPEC_CORPUS names no folder of descriptions");
    const description = await load(locateCorpus(file));
    const { folder, files, diagnostics } = await generateInto(description, { emit });
    context.onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(files).toContain("client.ts");
    expect(diagnostics).toEqual([]);
    const sources = ["client.ts", "types.ts", "validators/index.d.ts"];
    expect(typeCheck(sources.map((source) => join(folder, source)))).toEqual([]);
    const again = await generate(description, {
      emit,
      source: "api.yaml",
      command: "truespec generate",
    });
    for (const { path, text } of again.files) {
      expect(readFileSync(join(folder, path), "utf8") === text, path).toBe(true);
    }
    const validators: object = await import(join(folder, "validators/index.js"));
    expect(Object.keys(validators).length).toBeGreaterThanOrEqual(4 * description.schemas.length);
  },
);
