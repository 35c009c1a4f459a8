import type { Model } from "@truespec/openrouter-types";
import { type Price, parsePrice } from "./price.ts";

/** Prices by what is paid for, such as `prompt` and `completion`; what a model does not price is absent. */
export type Prices = Readonly<Partial<Record<PriceName, Price>>>;

/** What can have a price. A new name of the API is an unknown string until this package knows it. */
export type PriceName = Exclude<keyof Model["pricing"], "discount"> | (string & {});

/** The request that is to be paid for. */
export interface PricedRequest {
  /** How many tokens its prompt has. */
  readonly promptTokens: number;
  /** When it is made. Default: now. */
  readonly time?: Date;
}

/** What prices are read from: a model, or as much of one. */
export interface Priced {
  readonly pricing: object;
}

/**
 * The prices of a model for one request: its base prices, and over them each entry of
 * `pricing.overrides` all of whose conditions hold, later entries over earlier ones, name by name.
 *
 * The conditions are `min_prompt_tokens` (the prompt has more tokens than that) and `utc_start` with
 * `utc_end` (hours and minutes as the number HHMM, from the first and until before the second, across
 * midnight where the first is the later one). Other keys that are no prices are passed over.
 *
 * @example
 * ```ts
 * import { createOpenRouter, priceAt } from "@truespec/openrouter-client";
 *
 * const model = await createOpenRouter().models.get("anthropic/claude-3.5-sonnet");
 * const { prompt } = priceAt(model, { promptTokens: 250_000 });
 * console.log(typeof prompt === "object" ? prompt.times(250_000).toFixed() : "depends");
 * ```
 */
export function priceAt({ pricing }: Priced, { promptTokens, time }: PricedRequest): Prices {
  const moment = { promptTokens, minutes: minutesOfDay(time ?? new Date()) };
  const applying = overridesOf(pricing).filter((override) => applies(override, moment));
  return Object.fromEntries([pricing, ...applying].flatMap(pricesIn));
}

/** The key is younger than the description, so nothing is known of its type. */
function overridesOf(pricing: object): readonly object[] {
  const { overrides }: { readonly overrides?: unknown } = pricing;
  return Array.isArray(overrides) ? overrides.filter(isObject) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

interface Moment {
  readonly promptTokens: number;
  readonly minutes: number;
}

function applies(override: object, { promptTokens, minutes }: Moment): boolean {
  const least = numberIn(override, "min_prompt_tokens");
  if (least !== undefined && promptTokens <= least) return false;
  return isWithin(minutes, clockIn(override, "utc_start"), clockIn(override, "utc_end"));
}

/** A start without an end lasts until midnight, an end without a start begins there. */
function isWithin(minutes: number, start = 0, end = 24 * 60): boolean {
  return start <= end ? start <= minutes && minutes < end : minutes >= start || minutes < end;
}

function clockIn(override: object, name: string): number | undefined {
  const clock = numberIn(override, name);
  return clock === undefined ? undefined : Math.floor(clock / 100) * 60 + (clock % 100);
}

function numberIn(override: object, name: string): number | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(override, name)?.value;
  return typeof value === "number" ? value : undefined;
}

function minutesOfDay(time: Date): number {
  return time.getUTCHours() * 60 + time.getUTCMinutes();
}

function pricesIn(pricing: object): readonly (readonly [name: string, price: Price])[] {
  return Object.entries(pricing).flatMap(([name, value]) => {
    const price = typeof value === "string" ? parsePrice(value) : undefined;
    return price === undefined ? [] : [[name, price] as const];
  });
}
