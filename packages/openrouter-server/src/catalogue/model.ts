/** One model as the live Models API shows it in August 2026; optional keys are left out, not null. */
export interface Model {
  /** `author/slug`, with `:variant` at the end or `~` in front where it has one. */
  readonly id: string;
  /** Variants of a model share it. */
  readonly canonical_slug: string;
  /** May be the empty string. */
  readonly hugging_face_id?: string | null;
  readonly name: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly description: string;
  /** Tokens; 0 where tokens do not apply. */
  readonly context_length: number;
  readonly architecture: Architecture;
  readonly pricing: Pricing;
  readonly top_provider: TopProvider;
  readonly per_request_limits: null;
  readonly supported_parameters: readonly string[];
  readonly default_parameters?: Readonly<Record<string, number | null>> | null;
  readonly supported_voices?: readonly string[] | null;
  /** `YYYY-MM-DD`. */
  readonly knowledge_cutoff?: string | null;
  /** `YYYY-MM-DD`, at times in the far future. */
  readonly expiration_date?: string | null;
  readonly links?: { readonly details: string };
  readonly benchmarks?: Benchmarks;
  readonly reasoning?: Reasoning;
  readonly alias_target?: { readonly slug: string; readonly name: string };
}

/** What goes into a model and what comes out. */
export interface Architecture {
  readonly modality: string | null;
  readonly input_modalities: readonly string[];
  readonly output_modalities: readonly string[];
  readonly tokenizer?: string;
  readonly instruct_type?: string | null;
}

/**
 * Prices in US dollars for each token, request or unit, as plain decimals of up to 25 characters.
 *
 * `"-1"` means that the price depends on the model which a router chooses.
 */
export interface Pricing extends Readonly<Partial<Record<PriceKey, string>>> {
  readonly prompt: string;
  readonly completion: string;
  readonly discount?: number;
  /** Later entries win, key by key, over earlier ones and over the base price. */
  readonly overrides?: readonly PriceOverride[];
}

/** The kinds of use that have a price. */
export type PriceKey =
  | "prompt"
  | "completion"
  | "request"
  | "image"
  | "image_token"
  | "image_output"
  | "audio"
  | "audio_output"
  | "input_audio_cache"
  | "web_search"
  | "internal_reasoning"
  | "input_cache_read"
  | "input_cache_write"
  | "input_cache_write_1h";

/** Prices that apply while all the conditions beside them hold. */
export interface PriceOverride extends Readonly<Partial<Record<PriceKey, string>>> {
  /** Holds for prompts of more tokens than this. */
  readonly min_prompt_tokens?: number;
  /** HHMM, inclusive. */
  readonly utc_start?: number;
  /** HHMM, exclusive; before `utc_start` where the time wraps midnight. */
  readonly utc_end?: number;
}

/** Limits of the provider that requests go to first. */
export interface TopProvider {
  readonly context_length?: number | null;
  readonly max_completion_tokens?: number | null;
  readonly is_moderated: boolean;
}

/** Rankings by others; null where an index does not exist. */
export interface Benchmarks {
  readonly design_arena?: readonly DesignArenaRank[];
  readonly artificial_analysis?: {
    readonly intelligence_index: number | null;
    readonly coding_index: number | null;
    readonly agentic_index: number | null;
  };
}

/** A model's place in one category of one arena; rank 1 is the best. */
export interface DesignArenaRank {
  readonly arena: string;
  readonly category: string;
  readonly elo: number;
  readonly win_rate: number;
  readonly rank: number;
}

/** How a model's thinking can be steered. */
export interface Reasoning {
  readonly mandatory: boolean;
  readonly default_enabled?: boolean;
  readonly supported_efforts?: readonly string[];
  readonly default_effort?: string;
  readonly supports_max_tokens?: boolean;
}
