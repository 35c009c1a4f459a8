/** The feed of new models, read. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  /** When the feed was made. */
  readonly builtAt: Date | undefined;
  /** Newest first, one for each base model. */
  readonly items: readonly FeedItem[];
}

/** One model in the feed. */
export interface FeedItem {
  /** The name and the id, as in `OpenAI: GPT-4o (openai/gpt-4o)`. */
  readonly title: string;
  readonly description: string;
  /** The model's page, or a chat with it. */
  readonly link: string;
  /** The slug that stays with the model for good. */
  readonly canonicalSlug: string;
  /** When the model joined the catalogue. */
  readonly publishedAt: Date | undefined;
}
