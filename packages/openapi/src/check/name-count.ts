import type { Place } from "../pointer/place.ts";

/** Counts what a description has many of alike, by name. */
export interface NameCount {
  readonly add: (name: string, place: Place) => void;
  /** Says each name once, where it was met first. */
  readonly tell: (say: (name: string, count: number, first: Place) => void) => void;
}

/** An empty count. */
export function createNameCount(): NameCount {
  const counts = new Map<string, { count: number; readonly first: Place }>();
  return {
    add: (name, place) => {
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { count: 1, first: place });
      else known.count++;
    },
    tell: (say) => {
      for (const [name, { count, first }] of counts) say(name, count, first);
    },
  };
}
