import { escapeToken } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { compare } from "../compare/compare.ts";
import type { Finding } from "../compare/finding.ts";
import type { Profile } from "../profile/profile.ts";
import { dialectOf } from "./dialect.ts";
import type { Edit } from "./edit.ts";
import { planEdits } from "./plan-edits.ts";
import { type Printing, printEdits } from "./print.ts";
import type { Proposal, ProposeOptions, Refusal } from "./proposal.ts";
import { type Before, type Proof, prove } from "./prove.ts";
import { createFindUsers } from "./sharing.ts";

/**
 * Proposes an overlay that widens the description to what was seen, and proves it before it is returned: it applies,
 * applying it twice is applying it once, and with it the same exchanges show none of the findings that it addresses
 * and no others. Where the exchanges are gone and a profile stands for them, it is proved by what the profile remembers.
 * What cannot be proved is refused, each finding with its reason.
 *
 * Memory and time are those of observing again, several times where edits do not go together.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { type Collected, compare, observe, proposeOverlay, type Reload } from "@truespec/drift-check";
 * import type { Description } from "@truespec/openapi";
 *
 * declare const description: Description;
 * declare const exchanges: readonly Collected[];
 * declare const reload: Reload;
 * const profile = await observe(description, exchanges);
 * const findings = compare(description, profile);
 * const proposal = await proposeOverlay(description, profile, findings, {
 *   reload,
 *   collect: () => exchanges,
 * });
 * if (proposal.text !== undefined) await writeFile("repair.overlay.yaml", proposal.text);
 * ```
 */
export async function proposeOverlay(
  description: Description,
  profile: Profile,
  findings: readonly Finding[],
  options: ProposeOptions,
): Promise<Proposal> {
  const dialect = dialectOf(description.version);
  if (dialect === undefined) {
    const reason = `an overlay is proposed for OpenAPI 3, and this is version ${description.version}`;
    return conclude(
      [],
      findings.map(({ fingerprint }) => ({ fingerprint, reason })),
    );
  }
  const required = options.required ?? "keep";
  const { edits, refused } = planEdits(description, profile, findings, { dialect, required });
  const plain = await options.reload([]);
  const before = { profile, findings: compare(description, profile), options, plain };
  const bench: Bench = {
    description,
    dialect,
    findUsers: createFindUsers(description),
    before,
    refused: [...refused],
    proofsLeft: mostProofs,
  };
  const proved = await keepProved(bench, [], edits);
  const printed = proved.length === 0 ? undefined : printEdits(description, proved, bench);
  return {
    ...conclude(proved, bench.refused),
    overlay: printed?.overlay,
    text: printed?.text,
    repairs: printRepairs(bench, proved),
  };
}

function printRepairs(bench: Bench, proved: readonly Edit[]): ReadonlyMap<string, string> {
  const repairs = fingerprintsOf(proved).map((fingerprint) => {
    const own = proved.filter((edit) => edit.fingerprint === fingerprint);
    const { text } = printEdits(bench.description, own, bench);
    return [fingerprint, text.slice(text.indexOf("\nactions:") + 1)] as const;
  });
  return new Map(repairs);
}

/** So many times exchanges are observed again, at most. */
const mostProofs = 100;

/** Where edits are tried out; refusals gather here. */
interface Bench extends Printing {
  readonly description: Description;
  readonly before: Before;
  readonly refused: Refusal[];
  proofsLeft: number;
}

function conclude(edits: readonly Edit[], refused: readonly Refusal[]): Proposal {
  return {
    ...{ overlay: undefined, text: undefined, repairs: new Map() },
    ...{ addressed: fingerprintsOf(edits), refused },
  };
}

/**
 * The edits that prove good together with those that did before: what can be blamed is dropped, else the candidates
 * are tried by halves.
 */
async function keepProved(
  bench: Bench,
  kept: readonly Edit[],
  candidates: readonly Edit[],
): Promise<readonly Edit[]> {
  const fingerprints = fingerprintsOf(candidates);
  if (fingerprints.length === 0) return kept;
  if (bench.proofsLeft === 0) {
    refuseAll(bench, candidates, "too many edits do not go together to try them all");
    return kept;
  }
  bench.proofsLeft -= 1;
  const edits = [...kept, ...candidates];
  const { text } = printEdits(bench.description, edits, bench);
  const proof = await prove(text, edits, bench.before);
  if (proof.kind === "proved") return edits;
  const isCulprit = findCulprits(proof, fingerprints);
  const culprits = candidates.filter(isCulprit);
  if (culprits.length > 0) {
    refuseAll(bench, culprits, proof.reason);
    return keepProved(bench, kept, without(candidates, culprits));
  }
  const first = new Set(fingerprints.slice(0, Math.ceil(fingerprints.length / 2)));
  const half = candidates.filter(({ fingerprint }) => first.has(fingerprint));
  return keepProved(bench, await keepProved(bench, kept, half), without(candidates, half));
}

/** Who is to blame when candidates do not prove good. */
function findCulprits(
  proof: Exclude<Proof, { kind: "proved" }>,
  fingerprints: readonly string[],
): (edit: Edit) => boolean {
  if (fingerprints.length === 1) return () => true;
  if (proof.kind === "unanswered") return (edit) => proof.fingerprints.has(edit.fingerprint);
  return (edit) => isBlamed(edit, proof.fresh);
}

/** An edit answers for what comes to light at or below its own place. */
function isBlamed({ target, change }: Edit, fresh: readonly Finding[]): boolean {
  const place =
    change.kind === "property"
      ? `${target.pointer}/properties/${escapeToken(change.name)}`
      : target.pointer;
  return fresh.some(
    ({ schemaPointer }) => schemaPointer === place || schemaPointer?.startsWith(`${place}/`),
  );
}

function refuseAll({ refused }: Bench, edits: readonly Edit[], reason: string): void {
  for (const fingerprint of fingerprintsOf(edits)) refused.push({ fingerprint, reason });
}

/** The edits without all that answer the findings of the unwanted ones. */
function without(edits: readonly Edit[], unwanted: readonly Edit[]): readonly Edit[] {
  const fingerprints = new Set(fingerprintsOf(unwanted));
  return edits.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
}

function fingerprintsOf(edits: readonly Edit[]): readonly string[] {
  return [...new Set(edits.map(({ fingerprint }) => fingerprint))];
}
