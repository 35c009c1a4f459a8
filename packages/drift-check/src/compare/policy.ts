import type { FindingKind } from "../finding-kind.ts";
import type { Severity } from "./finding.ts";

/** A severity that the user decides, for all findings that match what is given. */
export interface SeverityOverride {
  readonly kind?: FindingKind;
  /** Label such as `GET /models`. */
  readonly operation?: string;
  /** JSON Pointer pattern; `*` matches one token, `**` any number. */
  readonly location?: string;
  readonly severity: Severity;
}

/** How findings are judged. */
export interface Policy {
  /** A finding whose `total` is smaller is `undecided`. Default: 1. */
  readonly minEvidence?: number;
  /** The first that matches wins over the rules. Default: none. */
  readonly overrides?: readonly SeverityOverride[];
  /** Headers that are never reported: names in lower case, `*` for any characters. Default: none. */
  readonly ignoreHeaders?: readonly string[];
}

/** Tells whether a location falls under a pattern of an override. */
export function matchesLocation(pattern: string, location: string): boolean {
  return matchesTokens(pattern.split("/"), location.split("/"));
}

function matchesTokens(pattern: readonly string[], tokens: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return tokens.length === 0;
  const [token, ...others] = tokens;
  if (first === "**" && matchesTokens(rest, tokens)) return true;
  if (token === undefined) return false;
  if (first === "**") return matchesTokens(pattern, others);
  return (first === "*" || first === token) && matchesTokens(rest, others);
}
