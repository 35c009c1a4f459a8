import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { compare } from "../src/compare/compare.ts";
import type { Finding } from "../src/compare/finding.ts";
import { type ObserveOptions, observe } from "../src/observe/observe.ts";
import type { Profile } from "../src/profile/profile.ts";
import type { Collected } from "../src/read/collected.ts";
import { type Answer, answers, documentOf, type LoadedApi, loadApi } from "./api.ts";

/** One check from description to findings. */
export interface Checked extends LoadedApi {
  readonly collected: readonly Collected[];
  readonly profile: Profile;
  readonly findings: readonly Finding[];
}

/** Checks exchanges against a document. */
export async function check(
  document: JsonObject,
  collected: readonly Collected[],
  options: ObserveOptions = {},
): Promise<Checked> {
  const api = await loadApi(document);
  const profile = await observe(api.description, collected, options);
  return { ...api, collected, profile, findings: compare(api.description, profile) };
}

/** Checks bodies against a schema of `GET /things`. */
export function checkBodies(
  schema: JsonValue,
  bodies: readonly JsonValue[],
  {
    schemas = {},
    version = "3.1.0",
    ...answer
  }: Answer & { schemas?: JsonObject; version?: string } = {},
): Promise<Checked> {
  return check(documentOf(schema, { schemas, version }), answers(bodies, answer));
}

/** A finding in one line: `undocumented-field /a 1 of 2`. */
export function brief({ kind, location, n, total, values }: Finding): string {
  const value = values === null ? "" : ` ${JSON.stringify(values)}`;
  return `${kind} ${location} ${n} of ${total}${value}`;
}
