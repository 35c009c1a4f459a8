import type { JsonValue } from "@truespec/json-schema";
import type { DescriptionDiff } from "../src/diff/change.ts";
import { diffDescriptions } from "../src/diff/diff-descriptions.ts";
import type { Description } from "../src/model/model.ts";
import { describe as load, withMembers } from "./folder.ts";

/** One schema in a request body and in a response. */
function describe(schema: JsonValue): Promise<Description> {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/A" } } };
  return load(
    withMembers({
      paths: {
        "/in": { post: { requestBody: { content }, responses: { 204: { description: "" } } } },
        "/out": { get: { responses: { 200: { description: "", content } } } },
      },
      components: { schemas: { A: schema, B: { type: "object" }, E: { enum: ["a"] } } },
    }),
  );
}

/** `class kind`, or `class kind pointer` where the change stands below the schema. */
function summarize({ changes }: DescriptionDiff, direction: "request" | "response"): string[] {
  return changes
    .filter((change) => change.direction === direction)
    .map(({ class: one, kind, pointer }) =>
      `${one} ${kind} ${pointer.replace("/components/schemas/A", "")}`.trim(),
    );
}

/** One change of a schema, and what is to be told of it in each direction: `class kind pointer`. */
export interface SchemaRow {
  readonly name: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** A schema that allows less before than after: what is sent is still taken, what is answered may not be understood. */
export function widened(
  kind: string,
  before: JsonValue,
  after: JsonValue,
  pointer = "",
): SchemaRow {
  const told = (one: string) => [`${one} ${kind} ${pointer}`.trim()];
  const name = `${kind}: ${JSON.stringify(before)} to ${JSON.stringify(after)}`;
  return { name, before, after, request: told("additive"), response: told("breaking") };
}

/** The contrary. */
export function narrowed(
  kind: string,
  before: JsonValue,
  after: JsonValue,
  pointer = "",
): SchemaRow {
  const { request, response, ...row } = widened(kind, before, after, pointer);
  return { ...row, request: response, response: request };
}

/** What is told of a change of a schema, in each direction. */
export async function tellSchemaChange({
  before,
  after,
}: SchemaRow): Promise<Pick<SchemaRow, "request" | "response">> {
  const diff = diffDescriptions(await describe(before), await describe(after));
  return { request: summarize(diff, "request"), response: summarize(diff, "response") };
}
