import { isDeepStrictEqual } from "node:util";
import type { Description, Diagnostic, LoadResult } from "@truespec/openapi";
import { compare } from "../compare/compare.ts";
import type { Finding } from "../compare/finding.ts";
import type { FindingKind } from "../finding-kind.ts";
import { observe } from "../observe/observe.ts";
import type { Profile } from "../profile/profile.ts";
import type { Collected } from "../read/collected.ts";
import { placeOfFinding } from "../report/describe-finding.ts";
import type { Edit } from "./edit.ts";
import type { ProposeOptions } from "./proposal.ts";
import { proveByProfile } from "./prove-by-profile.ts";

/** What an overlay comes to when it is applied. */
export type Proof =
  | { readonly kind: "proved" }
  /** Applied, and yet these findings are still there. */
  | {
      readonly kind: "unanswered";
      readonly reason: string;
      readonly fingerprints: ReadonlySet<string>;
    }
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** Findings that only the overlay brought to light. */
      readonly fresh: readonly Finding[];
    };

/** What was known before the overlay. */
export interface Before {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  readonly options: ProposeOptions;
  /** The description loaded once more as it is. */
  readonly plain: LoadResult;
}

/** Kinds that may come to light once more is described, and break nothing. */
const harmless: ReadonlySet<FindingKind> = new Set([
  "undocumented-header",
  "open-empty-object",
  "never-seen",
  "stale-example",
]);

/**
 * Proves an overlay by applying it and looking again: the description loads with no fault of the overlay, none of the
 * addressed findings is left, none has come up, and a second application changes nothing. Where the evidence is a profile
 * there are no exchanges to look at again: what it remembers has to fit.
 */
export async function prove(text: string, edits: readonly Edit[], before: Before): Promise<Proof> {
  const { reload } = before.options;
  const once = await reload([text]);
  const fault = faultOf(once, before.plain);
  if (fault !== undefined || !once.ok) return failed(fault ?? "the description no longer loads");
  const proof = await lookAgain(once.description, edits, before);
  if (proof.kind !== "proved") return proof;
  const twice = await reload([text, text]);
  if (!twice.ok || !isDeepStrictEqual(once.description.document, twice.description.document)) {
    return failed("applied once more, it would change something again");
  }
  return proof;
}

/** The first thing that loading says with the overlay and not without it. A warning tells in how many places it holds, which may be fewer. */
function faultOf(patched: LoadResult, plain: LoadResult): string | undefined {
  const known = new Set(plain.diagnostics.map(keyOfFault));
  return patched.diagnostics.find((one) => !known.has(keyOfFault(one)))?.message;
}

function keyOfFault({ code, severity, message }: Diagnostic): string {
  return severity === "warning" ? code : `${code} ${message}`;
}

async function lookAgain(
  description: Description,
  edits: readonly Edit[],
  { profile, findings, options }: Before,
): Promise<Proof> {
  const collected = exchangesOf(options);
  const after = await observe(description, collected.exchanges, options.match ?? {});
  if (collected.holdsProfile()) return rememberAgain(description, profile, edits);
  if (after.exchanges !== profile.exchanges || after.matched !== profile.matched) {
    return failed("the exchanges cannot be observed again as they were");
  }
  const left = compare(description, after);
  const addressed = new Set(edits.map(({ fingerprint }) => fingerprint));
  const unanswered = left.filter(({ fingerprint }) => addressed.has(fingerprint));
  if (unanswered.length > 0) {
    const fingerprints = new Set(unanswered.map(({ fingerprint }) => fingerprint));
    const reason = "the overlay was tried, and did not answer it";
    return { kind: "unanswered", reason, fingerprints };
  }
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const fresh = left.filter(
    ({ fingerprint, kind }) => !known.has(fingerprint) && !harmless.has(kind),
  );
  const [first] = fresh;
  if (first === undefined) return { kind: "proved" };
  return failed(`with it applied, ${first.kind} at ${placeOfFinding(first)} comes to light`, fresh);
}

/** A profile is bound to the description that it was observed with; what it remembers can be held against another. */
function rememberAgain(description: Description, profile: Profile, edits: readonly Edit[]): Proof {
  const unproved = proveByProfile(description, profile, edits);
  const [first] = unproved;
  if (first === undefined) return { kind: "proved" };
  const alike = unproved.filter(({ reason }) => reason === first.reason);
  const fingerprints = new Set(alike.map(({ fingerprint }) => fingerprint));
  return { kind: "unanswered", reason: first.reason, fingerprints };
}

/** The exchanges up to the first profile: with one among them they cannot all be observed again. */
function exchangesOf({ collect }: ProposeOptions): {
  readonly exchanges: AsyncIterable<Collected>;
  readonly holdsProfile: () => boolean;
} {
  let isMet = false;
  async function* read(): AsyncGenerator<Collected> {
    for await (const item of collect()) {
      isMet = item.kind === "profile";
      if (isMet) return;
      yield item;
    }
  }
  return { exchanges: read(), holdsProfile: () => isMet };
}

function failed(reason: string, fresh: readonly Finding[] = []): Proof {
  return { kind: "failed", reason, fresh };
}
