import type { CallOptions, Connection, Pages } from "@truespec/client";
import type { Model, ModelsListResponse } from "@truespec/openrouter-types";
import { getModelsPages, listModelsUserPages } from "../generated/client.ts";
import type { ListQuery, UserListQuery } from "./query.ts";

const defaultLimit = 500;

/**
 * The list page by page, each as the server answers it, and its `items` model by model; the next page is
 * asked for when it is wanted.
 *
 * @param query `limit` is 500 unless given
 * @throws ClientError when the server does not answer, or not with success, or names a next page that
 *   does not go on
 */
export function pageModels(
  connection: Connection,
  query: ListQuery = {},
  options?: CallOptions,
): Pages<ModelsListResponse, Model> {
  const { limit = defaultLimit } = query;
  return getModelsPages(connection, { ...query, limit }, options);
}

/** The list of the key's account page by page; as {@link pageModels}. */
export function pageModelsForUser(
  connection: Connection,
  query: UserListQuery = {},
  options?: CallOptions,
): Pages<ModelsListResponse, Model> {
  const { limit = defaultLimit } = query;
  return listModelsUserPages(connection, { ...query, limit }, options);
}
