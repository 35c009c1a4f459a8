import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { compare } from "../src/compare/compare.ts";
import type { Finding } from "../src/compare/finding.ts";
import { observe } from "../src/observe/observe.ts";
import { printProfile } from "../src/profile/print-profile.ts";
import { readProfile } from "../src/profile/read-profile.ts";
import type { Proposal, ProposeOptions } from "../src/propose/proposal.ts";
import { proposeOverlay } from "../src/propose/propose-overlay.ts";
import type { Collected } from "../src/read/collected.ts";
import { type Checked, check } from "./check.ts";

/** A proposal, and what is found once it is applied. */
export interface Proposed extends Checked {
  readonly proposal: Proposal;
  readonly after: readonly Finding[];
  /** The composed document with the proposal applied. */
  readonly document: JsonObject;
}

/** Checks, proposes, applies and checks again. */
export async function propose(
  document: JsonObject,
  collected: readonly Collected[],
  options: Partial<ProposeOptions> = {},
): Promise<Proposed> {
  const checked = await check(document, collected);
  const { description, profile, findings, reload } = checked;
  const proposal = await proposeOverlay(description, profile, findings, {
    reload,
    collect: () => collected,
    ...options,
  });
  return applyProposal(checked, proposal, collected);
}

/** Checks, keeps nothing but the profile, as its file holds it, and proposes from that; the exchanges judge it. */
export async function proposeFromProfile(
  document: JsonObject,
  collected: readonly Collected[],
  options: Partial<ProposeOptions> = {},
): Promise<Proposed> {
  const checked = await check(document, collected);
  const { description, reload } = checked;
  const profile = readProfile(JSON.parse(printProfile(checked.profile)));
  const proposal = await proposeOverlay(description, profile, compare(description, profile), {
    reload,
    collect: () => [{ kind: "profile", profile }],
    ...options,
  });
  return applyProposal(checked, proposal, collected);
}

async function applyProposal(
  checked: Checked,
  proposal: Proposal,
  collected: readonly Collected[],
): Promise<Proposed> {
  const { reload } = checked;
  const loaded = await reload(proposal.text === undefined ? [] : [proposal.text]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const again = await observe(loaded.description, collected);
  const after = compare(loaded.description, again);
  return { ...checked, proposal, after, document: loaded.description.document };
}

/** A member deep in a document; undefined where there is none. */
export function at(document: JsonValue, ...keys: readonly string[]): JsonValue | undefined {
  let node: JsonValue | undefined = document;
  for (const key of keys) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as JsonObject)[key];
  }
  return node;
}
