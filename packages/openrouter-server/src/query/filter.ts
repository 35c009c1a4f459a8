import type { CatalogueEntry } from "../catalogue/catalogue.ts";
import type { Figure } from "./figures.ts";
import { type Bounds, type Reading, readChoice, readNumber, splitList } from "./reading.ts";

/** Whether an entry stays in the list. */
export type Keep = (entry: CatalogueEntry, now: Date) => boolean;

/** One query parameter that leaves models out. */
export interface Filter {
  readonly name: string;
  /** The value that counts where the parameter is missing; without it nothing is left out. */
  readonly fallback?: string;
  readonly read: (text: string) => Reading<Keep>;
}

/** Names that an entry goes by in some respect, such as its modalities. */
type Names = (entry: CatalogueEntry) => readonly string[];

/** Keeps by one value of a closed set. */
export function choiceFilter<const T extends string>(
  name: string,
  choices: readonly T[],
  keep: (entry: CatalogueEntry, choice: T) => boolean,
): Filter {
  return {
    name,
    read: (text) =>
      mapReading(readChoice(text, choices), (choice) => (entry) => keep(entry, choice)),
  };
}

/** Keeps what has at least one of the listed names, whatever their case. */
export function anyOfFilter(name: string, names: Names): Filter {
  return {
    name,
    read: (text) => {
      const wanted = splitList(text.toLowerCase());
      return keepBy((entry) => names(entry).some((one) => wanted.includes(one.toLowerCase())));
    },
  };
}

/** Keeps what has every listed name. */
export function allOfFilter(name: string, names: Names): Filter {
  return {
    name,
    read: (text) => {
      const wanted = splitList(text);
      return keepBy((entry) => wanted.every((one) => names(entry).includes(one)));
    },
  };
}

/** Keeps by a text. */
export function textFilter(
  name: string,
  keep: (entry: CatalogueEntry, text: string) => boolean,
): Filter {
  return { name, read: (text) => keepBy((entry) => keep(entry, text)) };
}

/** Keeps what has a figure of at least the given number; what lacks the figure is left out. */
export function leastFilter(name: string, figure: Figure, bounds?: Bounds): Filter {
  return numberFilter(name, bounds, (limit) => (entry, now) => {
    const value = figure(entry, now);
    return value !== undefined && value >= limit;
  });
}

/** Keeps what has a figure of at most the given number; what lacks the figure is left out. */
export function mostFilter(name: string, figure: Figure, bounds?: Bounds): Filter {
  return numberFilter(name, bounds, (limit) => (entry, now) => {
    const value = figure(entry, now);
    return value !== undefined && value <= limit;
  });
}

/** An empty value and `null` limit nothing, since these parameters are nullable. */
function numberFilter(
  name: string,
  bounds: Bounds | undefined,
  keep: (limit: number) => Keep,
): Filter {
  return {
    name,
    read: (text) =>
      text === "" || text === "null"
        ? keepBy(() => true)
        : mapReading(readNumber(text, bounds), keep),
  };
}

function keepBy(keep: Keep): Reading<Keep> {
  return { kind: "read", value: keep };
}

function mapReading<T, U>(reading: Reading<T>, map: (value: T) => U): Reading<U> {
  return reading.kind === "read" ? { kind: "read", value: map(reading.value) } : reading;
}
