import type { Deviation } from "../profile/profile.ts";
import { typesIn } from "../profile/type-counts.ts";
import type { Finding } from "./finding.ts";

/** What a finding says in one plain sentence, without a count and without any value out of a response. */
export function messageOfFinding(
  { kind, types, openSet }: Pick<Finding, "kind" | "types" | "openSet">,
  { keywords, expected }: Pick<Deviation, "keywords" | "expected">,
): string {
  switch (kind) {
    case "missing-required":
      return "Required by the description, and missing.";
    case "unexpected-null":
      return "Null, which the description does not allow.";
    case "type-mismatch":
      return `Described as ${joinNames(expected, "or")}, seen as ${joinNames(typesIn(types ?? {}), "and")}.`;
    case "format-mismatch":
      return `Not of the described format${expected.length === 0 ? "" : ` ${joinNames(expected, "or")}`}.`;
    case "constraint-violation":
      return `Breaks ${joinNames(keywords, "and")}.`;
    case "undocumented-enum-value":
      return openSet
        ? "Ever more values that the description does not list: no list would be complete."
        : "A value that the description does not list.";
    case "undocumented-field":
      return openSet
        ? "Ever other fields that the description does not know: their names read as keys of a map."
        : "A field that the description does not know.";
    case "undocumented-status":
      return "A status that the description does not know.";
    case "undocumented-media-type":
      return "A media type that the description does not know.";
    case "undocumented-operation":
      return "An operation that the description does not know, called with success.";
    case "undocumented-parameter":
      return "A query parameter that the description does not know.";
    case "undocumented-header":
      return "A response header that the description does not know.";
    case "open-empty-object":
      return "Described as an object of which nothing is said; it holds fields.";
    case "never-seen":
      return "Described, and never seen.";
    case "stale-example":
      return "The example does not fit its own description.";
  }
}

function joinNames(names: readonly string[], word: "and" | "or"): string {
  if (names.length < 2) return names[0] ?? "something else";
  return `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}
