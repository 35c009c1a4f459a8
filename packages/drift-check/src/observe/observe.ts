import { createHash } from "node:crypto";
import { createInstanceReader, openSchemas } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { createExchangeMatcher, type Match, type MatchOptions } from "../match/match-exchange.ts";
import { addToDraft, createDraft, type DraftProfile, finishDraft } from "../profile/draft.ts";
import { createHashText, defaultSalt, saltIdOf } from "../profile/hash-text.ts";
import { type Bond, refuseMismatch } from "../profile/merge.ts";
import type { Profile } from "../profile/profile.ts";
import type { Collected } from "../read/collected.ts";
import type { Exchange } from "../read/exchange.ts";
import type { BodyReader } from "./body-reader.ts";
import { countExchange, recordProblem, recordSighting } from "./recorder.ts";
import { observeRequest } from "./request.ts";
import { observeResponse } from "./response.ts";
import type { ValueDisplay, ValueKeeping } from "./shown-value.ts";

/** How exchanges are observed. */
export interface ObserveOptions extends MatchOptions {
  /** Default: `classes`. */
  readonly values?: ValueDisplay | undefined;
  /**
   * Names the strings that are not kept readable: a secret of your own keeps others from trying out guesses. Findings
   * about such strings have other fingerprints under another salt. Default: one that everybody knows.
   */
  readonly salt?: string | undefined;
}

/**
 * Holds exchanges against a description and remembers what was seen, without deciding what it means.
 *
 * Reads one exchange at a time: memory grows with the number of different things seen, not with the number of exchanges.
 * Profiles among the items are merged in; skipped operations are passed over.
 *
 * @throws DriftCheckError `profile-mismatch` when a profile was observed with another description or salt
 * @example
 * ```ts
 * import { createFileAccess, observe, readRecordings } from "@truespec/drift-check";
 * import type { Description } from "@truespec/openapi";
 *
 * declare const description: Description;
 * const files = createFileAccess();
 * const profile = await observe(description, readRecordings(["week.ndjson"], { files }));
 * ```
 */
export async function observe(
  description: Description,
  collected: AsyncIterable<Collected> | Iterable<Collected>,
  options: ObserveOptions = {},
): Promise<Profile> {
  const observer = createObserver(description, options);
  const draft = createDraft(observer.bond.description, observer.bond.salt);
  for await (const item of collected) {
    if (item.kind === "profile") {
      refuseMismatch(draft, item.profile);
      addToDraft(draft, item.profile);
    }
    if (item.kind === "problem") addToDraft(draft, profileOfProblem(item.problem));
    if (item.kind === "exchange") {
      addToDraft(draft, observeExchange(observer, item.exchange));
    }
  }
  return finishDraft(draft);
}

/** SHA-256 over the composed description: profiles are bound to it. */
export function hashDescription(description: Description): string {
  return createHash("sha256").update(JSON.stringify(description.document)).digest("hex");
}

interface Observer {
  readonly description: Description;
  readonly reader: BodyReader;
  readonly bond: Bond;
  readonly match: (exchange: Exchange) => Match;
  readonly values: ValueKeeping;
}

function createObserver(description: Description, options: ObserveOptions): Observer {
  const salt = options.salt ?? defaultSalt;
  const bond = { description: hashDescription(description), salt: saltIdOf(salt) };
  const values = { display: options.values ?? "classes", hash: createHashText(salt) } as const;
  const schemas = openSchemas(description.document);
  const reader = createInstanceReader(schemas, { formats: "assert" });
  const match = createExchangeMatcher(description, options);
  return { description, reader, bond, match, values };
}

function observeExchange(observer: Observer, exchange: Exchange): Profile {
  const draft = createDraft();
  const recorder = { draft, exchange, values: observer.values };
  const match = observer.match(exchange);
  draft.exchanges = 1;
  if (match.kind === "problem") recordProblem(recorder, match.problem, match.message);
  else {
    countExchange(recorder);
    if (match.kind === "operation") {
      draft.matched = 1;
      const { reader, description } = observer;
      observeRequest({ recorder, reader, description, match });
      observeResponse({ recorder, reader, document: description.document, match });
    } else {
      recordSighting(recorder, {
        kind: "undocumented-operation",
        subject: { operation: "", direction: "request", status: null, mediaType: null },
        location: "",
        member: match.label,
        pointer: "",
        schemaPointers: ["/paths"],
      });
    }
  }
  return draft;
}

function profileOfProblem(problem: DraftProfile["problems"][number]): Profile {
  return { ...createDraft(), exchanges: 1, problems: [problem] };
}
