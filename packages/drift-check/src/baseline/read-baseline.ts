import { findMember, isJsonArray, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { DriftCheckError } from "../error.ts";
import { findingKinds } from "../finding-kind.ts";
import { type Baseline, type BaselineEntry, baselineVersion } from "./baseline.ts";
import { parseLocatedJson } from "./located-json.ts";

const textFields = ["reason", "by", "since", "expires"] as const;
const timeFields: readonly string[] = ["since", "expires"];
const fields: readonly string[] = ["fingerprint", "kind", "where", ...textFields];

/**
 * Reads the text of a baseline file: `{"version": 1, "entries": [{fingerprint, kind, where, reason, by, since,
 * expires}]}`. Only the fingerprint counts; what else is left out is null.
 *
 * @param source names the file in messages
 * @throws DriftCheckError `baseline-invalid` with file, line and what is expected there
 * @example
 * ```ts
 * import { parseBaseline } from "@truespec/drift-check";
 *
 * const baseline = parseBaseline('{"version": 1, "entries": []}', "drift.baseline.json");
 * ```
 */
export function parseBaseline(text: string, source: string): Baseline {
  const { value, lineOfEntry } = parseLocatedJson(text, source);
  const entries = findMember(value, "entries");
  if (findMember(value, "version") !== baselineVersion || !isJsonArray(entries)) {
    throw invalid(`${source}:1`, 'it should be {"version": 1, "entries": […]}');
  }
  const known = new Set<string>();
  return entries.map((raw, index) => {
    const refuse = (fault: string) => invalid(`${source}:${lineOfEntry(index)}`, fault);
    if (!isJsonObject(raw)) throw refuse("an entry should be an object");
    const fault = findFault(raw, known);
    if (fault !== undefined) throw refuse(fault);
    const entry = entryOf(raw);
    known.add(entry.fingerprint);
    return entry;
  });
}

function entryOf(raw: JsonObject): BaselineEntry {
  const text = (name: string): string | null => {
    const value = raw[name];
    return typeof value === "string" ? value : null;
  };
  return {
    fingerprint: String(raw["fingerprint"]),
    kind: findingKinds.find((kind) => kind === raw["kind"]) ?? "undocumented-field",
    where: String(raw["where"] ?? ""),
    ...{ reason: text("reason"), by: text("by") },
    ...{ since: text("since"), expires: text("expires") },
  };
}

/** What is wrong with an entry and what it should be. */
function findFault(raw: JsonObject, known: ReadonlySet<string>): string | undefined {
  const unknown = Object.keys(raw).find((name) => !fields.includes(name));
  if (unknown !== undefined) {
    return `an entry has no field ${JSON.stringify(unknown)}; it has ${fields.join(", ")}`;
  }
  return (
    findFingerprintFault(raw, known) ??
    findKindFault(raw) ??
    textFields.map((name) => findTextFault(raw, name)).find((fault) => fault !== undefined)
  );
}

function findFingerprintFault(
  { fingerprint }: JsonObject,
  known: ReadonlySet<string>,
): string | undefined {
  if (typeof fingerprint !== "string" || !/^v1:[0-9a-f]{16}$/.test(fingerprint)) {
    return "`fingerprint` should be v1: and 16 hexadecimal digits, as the JSON report gives it";
  }
  return known.has(fingerprint) ? `${fingerprint} stands here a second time` : undefined;
}

function findKindFault({ kind, where }: JsonObject): string | undefined {
  if (!findingKinds.some((known) => known === kind)) {
    return `\`kind\` should be one of ${findingKinds.join(", ")}`;
  }
  return where === undefined || typeof where === "string" ? undefined : "`where` should be a text";
}

function findTextFault(raw: JsonObject, name: string): string | undefined {
  const value = raw[name] ?? null;
  if (value === null) return undefined;
  if (typeof value !== "string") return `\`${name}\` should be a text or null`;
  return timeFields.includes(name) && !isTime(value)
    ? `\`${name}\` should be a date such as 2027-01-31, or null`
    : undefined;
}

/** A date, and a time where one is given; `Date` would read 31 February as 3 March. */
function isTime(value: string): boolean {
  const [date] = /^\d{4}-\d\d-\d\d/.exec(value) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(value))) return false;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function invalid(place: string, expected: string): DriftCheckError {
  return new DriftCheckError("baseline-invalid", `${place}: ${expected}`);
}
