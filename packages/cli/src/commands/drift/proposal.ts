import {
  type Collected,
  createReload,
  type Finding,
  type ObserveOptions,
  type PatchedDescription,
  type Profile,
  type Proposal,
  patchDescription,
  proposeOverlay,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import { createReader } from "../../description/read-log.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { DriftArguments } from "./arguments.ts";

/** What a proposal is made from. */
export interface Evidence {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  readonly match: ObserveOptions;
  readonly collect: () => AsyncIterable<Collected> | Iterable<Collected>;
}

/** Makes the overlay that repairs the description, proved by loading and checking it again. */
export function propose(
  check: {
    readonly terminal: Terminal;
    readonly parsed: DriftArguments;
    readonly description: Description;
  },
  evidence: Evidence,
): Promise<Proposal> {
  const { terminal, parsed, description } = check;
  const read = createReader(terminal, parsed.allowNetwork === true);
  const reload = createReload(parsed.description, { overlays: parsed.overlay, read });
  const { profile, findings, collect, match } = evidence;
  return proposeOverlay(description, profile, findings, { reload, collect, match });
}

/** Writes the repair into the text of the description. */
export function patch(
  { terminal, parsed }: { readonly terminal: Terminal; readonly parsed: DriftArguments },
  proposal: Proposal,
): Promise<PatchedDescription> {
  const read = createReader(terminal, parsed.allowNetwork === true);
  return patchDescription(parsed.description, proposal, { read, overlays: parsed.overlay });
}

/** Tells on standard error what became of `--propose-description`. */
export function tellPatch(terminal: Terminal, file: string, patched: PatchedDescription): void {
  const told = {
    patched: `wrote ${file}: the description with the repair in it`,
    nothing: `Nothing to propose; ${file} was not written.`,
    refused: `${file} was not written: ${patched.kind === "refused" ? patched.reason : ""}`,
  };
  terminal.err(told[patched.kind]);
}

/** Tells on standard error what became of `--propose`. */
export function tellProposal(terminal: Terminal, file: string, proposal: Proposal): void {
  const { text, addressed, refused } = proposal;
  terminal.err(
    text === undefined
      ? `Nothing to propose; ${file} was not written.`
      : `wrote ${file}: it repairs ${countFindings(addressed.length)}`,
  );
  if (refused.length === 0) return;
  terminal.err(`${countFindings(refused.length)} left to your judgement:`);
  for (const [reason, count] of countReasons(proposal)) {
    terminal.err(`  ${reason}${count > 1 ? ` (${count} times)` : ""}`);
  }
}

function countFindings(count: number): string {
  return count === 1 ? "1 finding" : `${count} findings`;
}

function countReasons({ refused }: Proposal): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
