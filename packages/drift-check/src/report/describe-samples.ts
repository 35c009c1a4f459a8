import type { Finding } from "../compare/finding.ts";

/** Where a finding can be looked at, and when it was seen: `seen in a.har:3 /data/3, from 2026-06-12 to 2026-07-29`. */
export function describeSamples({ samples, firstSeen, lastSeen }: Finding): string {
  const places = samples.map(({ exchange, pointer }) => `${exchange} ${pointer}`.trimEnd());
  const times = firstSeen === null || lastSeen === null ? "" : describeTimes(firstSeen, lastSeen);
  const seen = places.length === 0 ? "" : `in ${places.join(", ")}`;
  const parts = [seen, times].filter((part) => part !== "");
  return parts.length === 0 ? "" : `seen ${parts.join("; ")}`;
}

/** A day, or from when to when. */
export function describeTimes(firstSeen: string, lastSeen: string): string {
  const [first, last] = [firstSeen, lastSeen].map((time) => time.slice(0, "2026-01-01".length));
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
