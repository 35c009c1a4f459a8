import type { CallOptions, Connection, Pages } from "@truespec/client";
import type { Model, ModelsListResponse } from "@truespec/openrouter-types";
import type { Feed } from "../feed/feed.ts";
import { countModels } from "./count.ts";
import { findModel } from "./find.ts";
import { listModels, listModelsForUser } from "./list.ts";
import { pageModels, pageModelsForUser } from "./pages.ts";
import type { CountQuery, FeedQuery, ListQuery, UserListQuery } from "./query.ts";
import { readFeed } from "./rss.ts";

/**
 * The catalogue. Each throws `ClientError` where the server does not answer, or not with success:
 * `code`, `status` and `body` say why.
 */
export interface Models {
  /** The models that the query leaves, newest first unless sorted otherwise. */
  list(query?: ListQuery, options?: CallOptions): Promise<readonly Model[]>;
  /** The same list page by page, each as the server answers it, or by `items` model by model; `limit` is 500 unless given. */
  pages(query?: ListQuery, options?: CallOptions): Pages<ModelsListResponse, Model>;
  /** How many models there are of these output modalities; text unless given. */
  count(query?: CountQuery, options?: CallOptions): Promise<number>;
  /** One model by its id, alias or former name, with its variant if it has one: `author/slug:free`. */
  get(id: string, options?: CallOptions): Promise<Model>;
  /** The models that the key's account may use. Needs a key. */
  listForUser(query?: UserListQuery, options?: CallOptions): Promise<readonly Model[]>;
  /** As `pages`, for the key's account. */
  pagesForUser(query?: UserListQuery, options?: CallOptions): Pages<ModelsListResponse, Model>;
  /** The feed of new models, read. */
  rss(query?: FeedQuery, options?: CallOptions): Promise<Feed>;
}

/** The operations on models, over one connection. Each is a function of its own too. */
export function bindModels(connection: Connection): Models {
  return {
    list: (query, options) => listModels(connection, query, options),
    pages: (query, options) => pageModels(connection, query, options),
    count: (query, options) => countModels(connection, query, options),
    get: (id, options) => findModel(connection, id, options),
    listForUser: (query, options) => listModelsForUser(connection, query, options),
    pagesForUser: (query, options) => pageModelsForUser(connection, query, options),
    rss: (query, options) => readFeed(connection, query, options),
  };
}
