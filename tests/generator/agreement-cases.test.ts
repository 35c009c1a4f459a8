import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { components } from "./agreement/cases/components.ts";
import type { SchemaCase } from "./agreement/cases/schema-case.ts";
import { cases } from "./agreement/cases.ts";
import { judgeValues } from "./agreement/generated.ts";

const identify = (name: string): string => name.replace(/\W+/g, "_");
const schemas = {
  ...components,
  ...Object.fromEntries(cases.map(({ name, schema }) => [identify(name), schema])),
};

const kinds = ["accepted", "inherited", "violations", "refused"] as const;
const rows = cases.flatMap((one) =>
  kinds.flatMap((kind) => (one[kind] ?? []).map((value) => ({ case: one, kind, value }))),
);

test("the generated validators and types hold for every kind of schema", async () => {
  expect(cases.length).toBeGreaterThanOrEqual(49);
  const description = await loadParts({ components: { schemas } });
  const values = rows.map((row) => ({ schema: identify(row.case.name), value: row.value }));
  const judgements = await judgeValues(description, values);
  const wrong = rows.filter(({ kind }, index) => {
    const isValid = kind === "accepted" || kind === "inherited";
    const type = kind === "accepted" || kind === "refused";
    const want = { isValid, validates: isValid, type };
    return JSON.stringify(judgements[index]) !== JSON.stringify(want);
  });
  expect(wrong.map(({ case: { name }, kind, value }) => ({ name, kind, value }))).toEqual([]);
});

test("Ajv agrees with the table, except where it errs", () => {
  const isValid = compileWithAjv();
  const wrong = cases.filter((one) => !agrees(one, isValid(identify(one.name)))).map(nameOf);
  expect(wrong).toEqual(cases.filter(({ ajv }) => ajv === "errs").map(nameOf));
});

function nameOf({ name }: SchemaCase): string {
  return name;
}

function agrees(one: SchemaCase, isValid: (value: JsonValue) => boolean): boolean {
  const rejected = [...one.violations, ...(one.refused ?? [])];
  return [...one.accepted, ...(one.inherited ?? [])].every(isValid) && !rejected.some(isValid);
}

/** A schema that Ajv refuses to compile has no valid values. */
function compileWithAjv(): (name: string) => (value: JsonValue) => boolean {
  const require = createRequire(resolve("packages/json-schema/package.json"));
  const { Ajv2020 } = require("ajv/dist/2020.js");
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema({ $id: "https://x.test/", components: { schemas } });
  return (name) => {
    try {
      const validate = ajv.getSchema(`https://x.test/#/components/schemas/${name}`);
      return (value) => validate(value) === true;
    } catch {
      return () => false;
    }
  };
}
