import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { generate } from "./generate.ts";
import type { Emit, GenerateDiagnostic } from "./options.ts";

const pages = join(import.meta.dirname, "../../../docs/diagnostics/generate");

/** What is emitted to see each. */
const codes: { readonly [C in GenerateDiagnostic["code"]]: readonly Emit[] } = {
  "circular-schema": ["types"],
  "missing-types": ["client"],
  "unresolved-reference": ["types"],
  "validator-not-compiled": ["types", "validators"],
};

test("each diagnostic has its page, and each page its diagnostic", () => {
  expect(readdirSync(pages)).toEqual(Object.keys(codes).map((code) => `${code}.md`));
});

test.each(Object.entries(codes))("the page of %s shows it", async (code, emit) => {
  const page = readFileSync(join(pages, `${code}.md`), "utf8");
  const [, example = ""] = /^```yaml openapi\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const bytes = new TextEncoder().encode(example);
  const read = async (location: string) => ({ location, bytes });
  const loaded = await loadDescription("openapi.yaml", { read });
  if (!loaded.ok) throw new Error("the example is no description");
  const options = { emit, source: "openapi.yaml", command: "truespec generate" };
  const { diagnostics } = await generate(loaded.description, options);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  const severity = diagnostics[0]?.severity;
  expect(page).toMatch(new RegExp(`^# ${code}\n\n\\*${severity}\\.\\* `, "i"));
  expect(page).toMatch(/^## How to mend it\n\n\S/m);
});
