import {
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { propose, proposeFromProfile } from "../../test/propose.ts";
import { isDeviation } from "../compare/deviation-kinds.ts";

const names = fc.constantFrom("a", "b", "c", "d", "e");
const leaf = fc.constantFrom<JsonValue>(
  null,
  true,
  0,
  3,
  7.5,
  "x",
  "y",
  "z",
  "2026-01-01",
  "long one",
);

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.dictionary(names, tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

const plain = fc.constantFrom<JsonObject>(
  { type: "string" },
  { type: "string", enum: ["x", "y"] },
  { type: "string", format: "date" },
  { type: "string", maxLength: 3 },
  { type: "integer" },
  { type: "integer", minimum: 1, maximum: 5 },
  { type: "boolean" },
  { enum: ["x", 3] },
  { $ref: "#/components/schemas/Shared" },
  {},
);

const schemaOf = (version: string) =>
  fc.letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      plain,
      objectOf(tie("schema")),
      tie("schema").map((items) => ({ type: "array", items })),
      fc.tuple(objectOf(tie("schema")), objectOf(tie("schema"))).map((allOf) => ({ allOf })),
      tie("schema").map((schema) =>
        version === "3.0.3" ? { anyOf: [schema] } : { anyOf: [schema, { type: "null" }] },
      ),
    ),
  })).schema;

function objectOf(field: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      properties: fc.dictionary(names, field, { minKeys: 1, maxKeys: 3 }),
      required: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
      isStrict: fc.boolean(),
    })
    .map(({ properties, required, isStrict }) => ({
      type: "object",
      properties,
      ...(isStrict ? { required } : {}),
    }));
}

const version = fc.constantFrom("3.0.3", "3.1.0");
const given = version.chain((version) =>
  fc.record({
    version: fc.constant(version),
    schema: schemaOf(version),
    shared: schemaOf(version).filter((schema) => !Object.hasOwn(schema, "$ref")),
    bodies: fc.array(value, { minLength: 1, maxLength: 4 }),
    others: fc.array(value, { minLength: 1, maxLength: 12 }),
  }),
);

const pointer = "/paths/~1things/get/responses/200/content/application~1json/schema";

function validatorOf(document: JsonObject): (body: JsonValue) => boolean {
  const validate = createValidator(openSchemas(document), pointer, { formats: "assert" });
  return (body) => validate(body).valid;
}

test.each([
  { from: "exchanges", make: propose },
  { from: "a profile", make: proposeFromProfile },
])(
  "a proposal from $from is true, brings up nothing new, and changes nothing twice",
  async ({ make }) => {
    let addressing = 0;
    await fc.assert(
      fc.asyncProperty(given, async ({ schema, shared, version, bodies }) => {
        const document = documentOf(schema, { schemas: { Shared: shared }, version });
        const made = await make(document, answers(bodies), { required: "relax" });
        const { findings, after, proposal, reload, document: patched } = made;
        const addressed = new Set(proposal.addressed);
        const refused = new Set(proposal.refused.map(({ fingerprint }) => fingerprint));
        const before = findings.filter(isDeviation).map(({ fingerprint }) => fingerprint);
        expect([...addressed, ...refused].sort()).toEqual([...before].sort());
        expect(after.filter(({ fingerprint }) => addressed.has(fingerprint))).toEqual([]);
        const fresh = after.filter(
          (one) =>
            isDeviation(one) && !refused.has(one.fingerprint) && one.kind !== "open-empty-object",
        );
        expect(fresh).toEqual([]);
        if (proposal.text === undefined) return;
        addressing += 1;
        const twice = await reload([proposal.text, proposal.text]);
        expect(twice.ok && twice.description.document).toEqual(patched);
      }),
      { numRuns: 15 },
    );
    expect(addressing).toBeGreaterThan(2);
  },
);

test("with every finding answered all that was seen is valid", async () => {
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(given, async ({ schema, shared, version, bodies }) => {
      const document = documentOf(schema, { schemas: { Shared: shared }, version });
      const { proposal, document: patched } = await propose(document, answers(bodies), {
        required: "relax",
      });
      if (proposal.refused.length > 0) return;
      whole += 1;
      const isValid = validatorOf(patched);
      for (const body of bodies) expect([body, isValid(body)]).toEqual([body, true]);
    }),
    { numRuns: 15 },
  );
  expect(whole).toBeGreaterThan(0);
});

test("what was valid stays valid, as far as the description knew its fields", async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(given, async ({ schema, shared, version, bodies, others }) => {
      const document = documentOf(schema, { schemas: { Shared: shared }, version });
      const {
        proposal,
        description,
        document: patched,
      } = await propose(document, answers(bodies), {
        required: "relax",
      });
      const known = [...bodies, ...others];
      const { findings } = await propose(document, answers(known));
      // Of what it did not know it said nothing; a new field is described as it was seen.
      const grown = findings.filter(({ kind }) => kind === "undocumented-field");
      if (grown.length > 0 || proposal.text === undefined) return;
      const [was, is] = [validatorOf(description.document), validatorOf(patched)];
      for (const body of known.filter(was)) {
        held += 1;
        expect([body, is(body)]).toEqual([body, true]);
      }
    }),
    { numRuns: 30 },
  );
  expect(held).toBeGreaterThan(0);
});
