import type { CatalogueEntry } from "../catalogue/catalogue.ts";
import {
  agentic,
  coding,
  contextLength,
  created,
  designArenaElo,
  type Figure,
  intelligence,
  latency,
  meanPrice,
  throughput,
  weeklyTokens,
} from "./figures.ts";

/** The figure that a sort goes by, and which end of it comes first. */
interface Sort {
  readonly figure: Figure;
  readonly first: "least" | "greatest";
}

/** A value of the `sort` parameter. */
export type SortName =
  | "pricing-low-to-high"
  | "pricing-high-to-low"
  | "context-high-to-low"
  | "throughput-high-to-low"
  | "latency-low-to-high"
  | "most-popular"
  | "top-weekly"
  | "newest"
  | "intelligence-high-to-low"
  | "coding-high-to-low"
  | "agentic-high-to-low"
  | "design-arena-elo-high-to-low";

const sorts: Readonly<Record<SortName, Sort>> = {
  "pricing-low-to-high": { figure: meanPrice, first: "least" },
  "pricing-high-to-low": { figure: meanPrice, first: "greatest" },
  "context-high-to-low": { figure: contextLength, first: "greatest" },
  "throughput-high-to-low": { figure: throughput, first: "greatest" },
  "latency-low-to-high": { figure: latency, first: "least" },
  "most-popular": { figure: weeklyTokens, first: "greatest" },
  "top-weekly": { figure: weeklyTokens, first: "greatest" },
  newest: { figure: created, first: "greatest" },
  "intelligence-high-to-low": { figure: intelligence, first: "greatest" },
  "coding-high-to-low": { figure: coding, first: "greatest" },
  "agentic-high-to-low": { figure: agentic, first: "greatest" },
  "design-arena-elo-high-to-low": { figure: designArenaElo, first: "greatest" },
};

/** Every value of the `sort` parameter. */
export const sortNames: readonly SortName[] = Object.keys(sorts).filter(isSortName);

/**
 * Sorts entries by the figure that a name stands for.
 *
 * What has no such figure comes last, and equal entries keep their order.
 */
export function sortEntries(
  entries: readonly CatalogueEntry[],
  name: SortName,
  now: Date,
): CatalogueEntry[] {
  const { figure, first }: Sort = sorts[name];
  const rank = (entry: CatalogueEntry): number => {
    const value = figure(entry, now);
    if (value === undefined) return Number.POSITIVE_INFINITY;
    return first === "least" ? value : -value;
  };
  // Two missing figures would subtract to NaN, so they are compared rather than subtracted.
  return entries.toSorted((a, b) =>
    Math.sign(Number(rank(a) > rank(b)) - Number(rank(a) < rank(b))),
  );
}

function isSortName(name: string): name is SortName {
  return Object.hasOwn(sorts, name);
}
