import {
  findMember,
  type JsonObject,
  type JsonObjectDraft,
  setMember,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { objectMember } from "../../json/json-value.ts";
import { type Composition, reportInto } from "../../trace/composition.ts";
import { carryOrigins } from "../../trace/trace.ts";
import { withMember } from "../members.ts";
import { surveyKinship } from "./kinship.ts";
import { type Parting, partSchema } from "./part-schema.ts";
import { findUnions, planUnions } from "./plan.ts";

/**
 * Parts unions from what they are made of. A `Pet` that lists `Cat` in its `oneOf`, while `Cat` holds
 * `Pet` in its `allOf`, asks the same of an instance without end, and JSON Schema leaves open what that
 * means. People mean a parent and its children: a `Cat` has the members of `Pet`, and the list is looked
 * at only where a `Pet` is asked for. So the child gets the parent without its list, written out in place
 * of the reference.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function partUnions(composition: Composition, diagnostics: Diagnostic[]): Composition {
  const { trace, document } = composition;
  const kinship = surveyKinship(document);
  const unions = findUnions(kinship);
  if (unions.length === 0) return composition;
  const report = reportInto(diagnostics, composition);
  for (const { name } of unions) {
    report("union-of-children", { name }, pointerOfUnion(kinship.schemas, name));
  }
  const parting: Parting = { composition, kinship, plan: planUnions(unions), written: 0 };
  const schemas: JsonObjectDraft = {};
  carryOrigins(trace, kinship.schemas, schemas);
  for (const [name, schema] of Object.entries(kinship.schemas)) {
    setMember(schemas, name, partSchema(schema, parting));
  }
  const components = objectMember(document, "components");
  const value = withMember(components, { key: "schemas", value: schemas }, trace);
  return { ...composition, document: withMember(document, { key: "components", value }, trace) };
}

function pointerOfUnion(schemas: JsonObject, name: string): string {
  const pointer = appendKey("/components/schemas", name);
  const keyword = ["oneOf", "anyOf"].find(
    (key) => findMember(findMember(schemas, name), key) !== undefined,
  );
  return keyword === undefined ? pointer : appendKey(pointer, keyword);
}
