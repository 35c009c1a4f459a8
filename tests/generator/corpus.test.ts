import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createSourceReader, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { generateInto } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

const corpus = process.env["TRUESPEC_CORPUS"];
const read = createSourceReader({ allowNetwork: false });

/** Real descriptions: between them OpenAPI 3.0 and 3.1, YAML and JSON, 14 to 200 operations. */
test.for(["spotify.yml", "discord.json", "figma.yaml", "twilio-api-v2010.json"])(
  "%s becomes types, client and validators that type-check",
  async (file, context) => {
    if (corpus === undefined)
      return context.skip("TRUESPEC_CORPUS names no folder of descriptions");
    const path = join(corpus, file);
    if (!existsSync(path)) return context.skip(`TRUESPEC_CORPUS has no ${file}`);
    const loaded = await loadDescription(path, { read });
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
    const { description } = loaded;
    const emit = ["types", "client", "validators"] as const;
    const { folder, files, diagnostics } = await generateInto(description, { emit });
    context.onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(files).toContain("client.ts");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const sources = ["client.ts", "types.ts", "validators/index.d.ts"];
    expect(typeCheck(sources.map((source) => join(folder, source)))).toEqual([]);
    const validators: object = await import(join(folder, "validators/index.js"));
    expect(Object.keys(validators).length).toBeGreaterThanOrEqual(4 * description.schemas.length);
  },
);
