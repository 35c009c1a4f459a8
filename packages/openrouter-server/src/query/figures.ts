import type { CatalogueEntry } from "../catalogue/catalogue.ts";

/** A number known of an entry; undefined where there is no data. */
export type Figure = (entry: CatalogueEntry, now: Date) => number | undefined;

/**
 * US dollars for a million tokens; undefined for a router, whose price is `-1`.
 *
 * The point is moved in the text, so that `0.0000001` is exactly the number `0.1`.
 */
function dollarsPerMillion(price: string): number | undefined {
  const value = Number(`${price}e6`);
  return value >= 0 ? value : undefined;
}

export const promptPrice: Figure = ({ model }) => dollarsPerMillion(model.pricing.prompt);

export const outputPrice: Figure = ({ model }) => dollarsPerMillion(model.pricing.completion);

/** The mean of prompt and completion price, the measure that the description names. */
export const meanPrice: Figure = (entry, now) => {
  const prompt = promptPrice(entry, now);
  const output = outputPrice(entry, now);
  return prompt === undefined || output === undefined ? undefined : (prompt + output) / 2;
};

export const contextLength: Figure = ({ model }) => model.context_length;

/** Days since the model joined the catalogue. */
export const ageInDays: Figure = ({ model }, now) => (now.getTime() / 1000 - model.created) / 86400;

export const created: Figure = ({ model }) => model.created;

export const throughput: Figure = ({ traits }) => traits.throughput;

export const latency: Figure = ({ traits }) => traits.latency;

export const weeklyTokens: Figure = ({ traits }) => traits.weekly_tokens;

export const toolSuccessRate: Figure = ({ traits }) => traits.tool_success_rate;

export const intelligence: Figure = ({ model }) =>
  model.benchmarks?.artificial_analysis?.intelligence_index ?? undefined;

export const coding: Figure = ({ model }) =>
  model.benchmarks?.artificial_analysis?.coding_index ?? undefined;

export const agentic: Figure = ({ model }) =>
  model.benchmarks?.artificial_analysis?.agentic_index ?? undefined;

/** The best rating across all arenas. */
export const designArenaElo: Figure = ({ model }) => {
  const ratings = (model.benchmarks?.design_arena ?? []).map(({ elo }) => elo);
  return ratings.length === 0 ? undefined : Math.max(...ratings);
};
