import type { Model } from "./model.ts";

/** Everything the server answers from. */
export interface Catalogue {
  readonly models: readonly Model[];
  /** Former names, each with the id of the model that it means now. */
  readonly aliases: ReadonlyMap<string, string>;
  /** By model id; a model may be missing. */
  readonly traits: ReadonlyMap<string, Traits>;
}

/** What the API sorts and filters by without showing it; a missing figure is unknown. */
export interface Traits {
  /** Tokens of the last week. */
  readonly weekly_tokens?: number;
  /** Median tokens a second. */
  readonly throughput?: number;
  /** Median seconds to the first token. */
  readonly latency?: number;
  /** Use cases that the model is ranked for. */
  readonly categories?: readonly string[];
  /** Names of the providers that host it. */
  readonly providers?: readonly string[];
  /** True where some endpoint retains nothing. */
  readonly zdr?: boolean;
  /** Data regions that have an endpoint. */
  readonly regions?: readonly string[];
  /** True where its answers may train other models. */
  readonly distillable?: boolean;
  /** Share of tool calls that succeed, 0 to 1. */
  readonly tool_success_rate?: number;
}

/** A model together with what is known of it beside. */
export interface CatalogueEntry {
  readonly model: Model;
  readonly traits: Traits;
}

/**
 * Pairs every model with its traits, in the catalogue's default order: newest first.
 *
 * Models of the same second keep the order of the catalogue.
 */
export function listEntries(catalogue: Catalogue): CatalogueEntry[] {
  return catalogue.models
    .map((model) => ({ model, traits: catalogue.traits.get(model.id) ?? {} }))
    .sort((a, b) => b.model.created - a.model.created);
}
