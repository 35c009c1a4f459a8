import { isJsonArray, isJsonObject } from "@truespec/json-schema/json";
import type { HeaderField } from "./exchange.ts";
import { isSecretHeader, redacted } from "./secrets.ts";

/**
 * Reads headers in any shape found in recordings, and drops the values of credentials and cookies.
 *
 * Shapes: `{name: value}`, `{name: [value, …]}`, `[{name, value}, …]` (HAR), `[[name, value], …]`.
 * Anything else reads as no headers.
 */
export function readHeaders(raw: unknown): readonly HeaderField[] {
  const fields = new Map<string, string>();
  for (const [name, value] of headerPairs(raw)) {
    const key = name.trim().toLowerCase();
    if (key === "" || key.startsWith(":")) continue;
    const kept = isSecretHeader(key) ? redacted : value;
    const before = fields.get(key);
    fields.set(key, before === undefined || before === kept ? kept : `${before}, ${kept}`);
  }
  return [...fields].map(([name, value]) => ({ name, value }));
}

/** The value of a header by its name in lower case. */
export function findHeader(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find((field) => field.name === name)?.value;
}

function headerPairs(raw: unknown): (readonly [string, string])[] {
  if (Array.isArray(raw)) return raw.flatMap(pairOfEntry);
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([name, value]) => pairsOf(name, value));
}

function pairOfEntry(entry: unknown): (readonly [string, string])[] {
  if (isJsonArray(entry)) return typeof entry[0] === "string" ? pairsOf(entry[0], entry[1]) : [];
  if (!isJsonObject(entry)) return [];
  const { name, value } = entry;
  return typeof name === "string" ? pairsOf(name, value) : [];
}

function pairsOf(name: string, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((item) => pairsOf(name, item));
  if (typeof value === "string") return [[name, value]];
  if (typeof value === "number" || typeof value === "boolean") return [[name, String(value)]];
  return [];
}
