/**
 * OpenRouter's Models API: `createOpenRouter` for applications; the generated operations, each a
 * function whose results tell every status and media type, for those who want them all.
 *
 * @packageDocumentation
 */

export {
  type CheckedValues,
  checkEach,
  type DataOf,
  dataOf,
  type InvalidValue,
} from "@truespec/client";
export type { Feed, FeedItem } from "./feed/feed.ts";
export { parseFeed } from "./feed/parse-feed.ts";
export * from "./generated/client.ts";
export { countModels } from "./models/count.ts";
export { findModel } from "./models/find.ts";
export { listModels, listModelsForUser } from "./models/list.ts";
export type { Models } from "./models/models.ts";
export { pageModels, pageModelsForUser } from "./models/pages.ts";
export type { CountQuery, FeedQuery, ListQuery, UserListQuery } from "./models/query.ts";
export { readFeed } from "./models/rss.ts";
export {
  createOpenRouter,
  type OpenRouter,
  type OpenRouterOptions,
  type Region,
} from "./open-router.ts";
export { type Price, parsePrice } from "./prices/price.ts";
export {
  type Priced,
  type PricedRequest,
  type PriceName,
  type Prices,
  priceAt,
} from "./prices/price-at.ts";
