import type { History } from "../../baseline/history.ts";
import type { Finding } from "../../compare/finding.ts";

/** From when to when something was seen; ISO 8601. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** What earlier runs know, for the page. */
export interface Timeline {
  /** When a finding was seen, over all runs; undefined where nothing tells a time. */
  readonly spanOf: (finding: Finding) => Span | undefined;
  /** From the first sight of any finding to the last; undefined where all is within a day. */
  readonly whole: Span | undefined;
}

/** Within a day there is nothing to draw. */
const leastWhole = 86_400_000;

/** The timeline of the findings of one report, with what the history remembers of them. */
export function createTimeline(
  findings: readonly Finding[],
  history: History | undefined,
): Timeline {
  const known = new Map(history?.entries.map((entry) => [entry.fingerprint, entry]));
  const spanOf = ({ fingerprint, firstSeen, lastSeen }: Finding): Span | undefined => {
    const entry = known.get(fingerprint);
    const first = entry?.firstSeen ?? firstSeen;
    const last = entry?.lastSeen ?? lastSeen;
    return first === null || last === null ? undefined : { first, last };
  };
  const spans = findings.flatMap((finding) => spanOf(finding) ?? []);
  const times = spans.flatMap(({ first, last }) => [first, last]).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return { spanOf, whole: undefined };
  const isMoment = Date.parse(last) - Date.parse(first) < leastWhole;
  return { spanOf, whole: isMoment ? undefined : { first, last } };
}

/** Where a span lies within the whole: start and length, from 0 to 1. */
export function portionOf(
  span: Span,
  whole: Span,
): { readonly start: number; readonly length: number } {
  const [from, to] = [Date.parse(whole.first), Date.parse(whole.last)];
  const start = (Date.parse(span.first) - from) / (to - from);
  return { start, length: (Date.parse(span.last) - from) / (to - from) - start };
}
