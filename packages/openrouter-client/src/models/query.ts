import type {
  GetModelsInput,
  ListModelsCountInput,
  ListModelsUserInput,
} from "../generated/client.ts";

/** The parameters that `createOpenRouter` sets for all calls. */
type AppHeader = "HTTP-Referer" | "X-OpenRouter-Title" | "X-OpenRouter-Categories";

/** Filters, sort and page of a list, as the API names them. */
export type ListQuery = Omit<GetModelsInput, AppHeader | "use_rss" | "use_rss_chat_links">;

/** What a count may be narrowed by. */
export type CountQuery = Omit<ListModelsCountInput, AppHeader>;

/** The page of an account's list. */
export type UserListQuery = Omit<ListModelsUserInput, AppHeader>;

/** Filters and sort of the feed. */
export interface FeedQuery extends Omit<ListQuery, "offset" | "limit"> {
  /** Where the items lead. Default: to the model's page. */
  readonly links?: "page" | "chat";
}
