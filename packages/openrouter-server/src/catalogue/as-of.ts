import type { Catalogue } from "./catalogue.ts";
import type { Model, Pricing } from "./model.ts";

/** When each field of a model was first seen, as `YYYY-MM-DD`. */
const since = {
  default_parameters: "2025-10-06",
  expiration_date: "2026-01-16",
  knowledge_cutoff: "2026-03-27",
  links: "2026-04-07",
  supported_voices: "2026-05-05",
  benchmarks: "2026-06-12",
  reasoning: "2026-06-18",
  input_cache_write_1h: "2026-06-26",
  overrides: "2026-07-14",
  alias_target: "2026-07-30",
} as const;

const listTotalsSince = "2026-07-14";

/** Whether a list said how many models there are and where it goes on. */
export function hasListTotals(date: Date): boolean {
  return date.getTime() >= Date.parse(listTotalsSince);
}

/**
 * Takes a catalogue back to an earlier day: without the models that were created later, and
 * without the fields that came later.
 *
 * @param date the last moment that counts
 */
export function rewindCatalogue(catalogue: Catalogue, date: Date): Catalogue {
  const seconds = date.getTime() / 1000;
  const models = catalogue.models
    .filter((model) => model.created <= seconds)
    .map((model) => rewindModel(model, date));
  return { ...catalogue, models };
}

function rewindModel(model: Model, date: Date): Model {
  const entries = Object.entries(model)
    .filter(([key]) => existed(key, date))
    .map(([key, value]) => [key, key === "pricing" ? rewindPricing(value, date) : value]);
  return Object.fromEntries(entries);
}

function rewindPricing(pricing: Pricing, date: Date): Pricing {
  const overrides = pricing.overrides?.map((override) => keepExisting(override, date));
  return keepExisting(overrides === undefined ? pricing : { ...pricing, overrides }, date);
}

function keepExisting<T extends object>(value: T, date: Date): T {
  // What is taken away is optional in every type that comes here.
  return Object.fromEntries(Object.entries(value).filter(([key]) => existed(key, date))) as T;
}

function existed(key: string, date: Date): boolean {
  return !isDated(key) || date.getTime() >= Date.parse(since[key]);
}

function isDated(key: string): key is keyof typeof since {
  return Object.hasOwn(since, key);
}
