import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { diffDescriptions } from "../src/diff/diff-descriptions.ts";
import type { Description } from "../src/model/model.ts";
import { describe, withMembers } from "./folder.ts";

/** A response that says nothing. */
export const ok = { description: "" };
/** A schema of texts. */
export const string = { type: "string" };

/** Content of one media type. */
export function json(schema: JsonValue): JsonObject {
  return { "application/json": { schema } };
}

/** Members of a document; `get` stands for the operation at `/a`. */
export interface Members {
  readonly get?: object;
  readonly paths?: object;
  readonly [member: string]: unknown;
}

/** One change of a description, and what is to be told of it. */
export interface ChangeRow {
  readonly name: string;
  readonly before: Members;
  readonly after: Members;
  /** `class kind`, in order. */
  readonly want: readonly string[];
  readonly bump?: string;
}

/** The model of a document with such members. */
export function describeMembers({ get, paths = {}, ...members }: Members): Promise<Description> {
  const operation = { operationId: "getA", responses: { 200: ok }, ...get };
  const all = get === undefined ? paths : { "/a": { get: operation }, ...paths };
  return describe(withMembers(JSON.parse(JSON.stringify({ ...members, paths: all }))));
}

/** What is told of a change: as its row wants it, or not. */
export async function tellChange(row: ChangeRow): Promise<Pick<ChangeRow, "want" | "bump">> {
  const [before, after] = [await describeMembers(row.before), await describeMembers(row.after)];
  const { changes, bump } = diffDescriptions(before, after);
  return {
    want: changes.map((change) => `${change.class} ${change.kind}`),
    ...(row.bump === undefined ? {} : { bump }),
  };
}
