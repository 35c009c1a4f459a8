import { createHash } from "node:crypto";
import { createInstanceReader, createPreparedReader, openSchemas } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import {
  createExchangeMatcher,
  type ExchangeMatcher,
  type MatchOptions,
} from "../match/match-exchange.ts";
import { addToDraft, createDraft, finishDraft } from "../profile/draft.ts";
import { createHashText, defaultSalt, saltIdOf } from "../profile/hash-text.ts";
import { type Bond, refuseMismatch } from "../profile/merge.ts";
import type { Profile } from "../profile/profile.ts";
import type { Collected } from "../read/collected.ts";
import type { Exchange } from "../read/exchange.ts";
import {
  addProblem,
  beginExchange,
  createProfileTally,
  finishProfile,
  type ProfileTally,
} from "../tally/profile-tally.ts";
import type { Readers } from "./body-walk.ts";
import { createCellBook, tidyCells } from "./cell-book.ts";
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
  /** Headers that are reported although everyday ones like them are passed over: names, `*` for any characters. */
  readonly reportHeaders?: readonly string[] | undefined;
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
  const { tally, bond, matcher } = observer;
  const merged = createDraft(bond.description, bond.salt);
  for await (const item of collected) {
    if (item.kind === "profile") {
      refuseMismatch(merged, item.profile);
      addToDraft(merged, item.profile);
    }
    if (item.kind === "problem") {
      beginExchange(tally);
      const { problem, request } = item;
      addProblem(tally, request === undefined ? problem : matcher.judge(problem, request));
    }
    if (item.kind === "exchange") observeExchange(observer, item.exchange);
  }
  addToDraft(merged, finishProfile(tally, bond));
  return finishDraft(merged);
}

/** SHA-256 over the composed description: profiles are bound to it. */
export function hashDescription(description: Description): string {
  return createHash("sha256").update(JSON.stringify(description.document)).digest("hex");
}

interface Observer {
  readonly description: Description;
  readonly readers: Readers;
  readonly tally: ProfileTally;
  readonly bond: Bond;
  readonly matcher: ExchangeMatcher;
  readonly values: ValueKeeping;
  readonly reportHeaders: readonly string[];
}

function createObserver(description: Description, options: ObserveOptions): Observer {
  const salt = options.salt ?? defaultSalt;
  const bond = { description: hashDescription(description), salt: saltIdOf(salt) };
  const values = { display: options.values ?? "classes", hash: createHashText(salt) } as const;
  const schemas = openSchemas(description.document);
  const readers = {
    reader: createInstanceReader(schemas, { formats: "assert" }),
    prepared: createPreparedReader(schemas, { formats: "assert" }),
    cells: createCellBook(),
    document: description.document,
  };
  const { reportHeaders = [] } = options;
  const matcher = createExchangeMatcher(description, options);
  const tally = createProfileTally();
  return { description, readers, tally, bond, matcher, values, reportHeaders };
}

function observeExchange(observer: Observer, exchange: Exchange): void {
  const { tally, readers, description, values, reportHeaders } = observer;
  beginExchange(tally);
  tidyCells(readers.cells, tally);
  const recorder = { tally, exchange, values, reportHeaders };
  const match = observer.matcher.match(exchange);
  if (match.kind === "problem") {
    recordProblem(recorder, match.problem, match.message);
    return;
  }
  countExchange(recorder);
  if (match.kind === "operation") {
    tally.matched += 1;
    observeRequest({ recorder, readers, description, match });
    observeResponse({ recorder, readers, match });
  } else {
    recordSighting(recorder, {
      kind: "undocumented-operation",
      subject: { operation: "", direction: "request", status: null, mediaType: null },
      location: "",
      member: match.label,
      schemaPointers: ["/paths"],
    });
  }
}
