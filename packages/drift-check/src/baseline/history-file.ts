import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { severities } from "../compare/finding.ts";
import { DriftCheckError } from "../error.ts";
import type { History, HistoryEntry, RunCounts } from "./history.ts";
import { parseLocatedJson } from "./located-json.ts";
import { printEntries } from "./print-baseline.ts";

const historyVersion = 1;

/** A history as the text of its file: sorted by fingerprint, one entry a line. */
export function printHistory({ runs, log, entries }: History): string {
  const lines = entries.map(({ fingerprint, where, firstSeen, lastSeen, lastRun }) => ({
    ...{ fingerprint, where, firstSeen, lastSeen, lastRun },
  }));
  return printEntries({ version: historyVersion, runs, log }, lines);
}

/**
 * Reads the text of a history file.
 *
 * @param source names the file in messages
 * @throws DriftCheckError `baseline-invalid` with file and line
 */
export function parseHistory(text: string, source: string): History {
  const { value, lineOfEntry } = parseLocatedJson(text, source);
  const entries = isJsonObject(value) ? value["entries"] : undefined;
  if (!isJsonObject(value) || value["version"] !== historyVersion) throw invalid(`${source}:1`);
  if (!isCount(value["runs"]) || !Array.isArray(entries)) throw invalid(`${source}:1`);
  const read = entries.map((raw: unknown, index) => {
    if (!isJsonObject(raw) || !isEntry(raw)) throw invalid(`${source}:${lineOfEntry(index)}`);
    return raw;
  });
  const log = value["log"] ?? [];
  if (!Array.isArray(log) || !log.every(isRun)) throw invalid(`${source}:1`);
  return { runs: value["runs"], log, entries: read };
}

function isRun(raw: unknown): raw is RunCounts {
  if (!isJsonObject(raw) || typeof raw["time"] !== "string") return false;
  return ["run", ...severities].every((name) => isCount(raw[name]));
}

function isEntry(raw: JsonObject): raw is JsonObject & HistoryEntry {
  const texts = [raw["fingerprint"], raw["where"]];
  const times = [raw["firstSeen"], raw["lastSeen"]];
  return (
    texts.every((text) => typeof text === "string") &&
    times.every((time) => time === null || typeof time === "string") &&
    isCount(raw["lastRun"])
  );
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function invalid(place: string): DriftCheckError {
  const hint = "this is no history of a baseline; delete the file to begin a new one";
  return new DriftCheckError("baseline-invalid", `${place}: ${hint}`);
}
