import { type CallOptions, type Connection, dataOf } from "@truespec/client";
import type { Model } from "@truespec/openrouter-types";
import { getModels, listModelsUser } from "../generated/client.ts";
import type { ListQuery, UserListQuery } from "./query.ts";

/**
 * The models that the query leaves; all of them, unless it asks for a page.
 *
 * @throws ClientError when the server does not answer, or not with success
 */
export async function listModels(
  connection: Connection,
  query?: ListQuery,
  options?: CallOptions,
): Promise<readonly Model[]> {
  const json = { ...options, accept: "application/json" } as const;
  return dataOf(await getModels(connection, query, json)).data;
}

/**
 * The models that the key's account may use; all of them, unless the query asks for a page.
 *
 * @throws ClientError when the server does not answer, or not with success, as without a key
 */
export async function listModelsForUser(
  connection: Connection,
  query?: UserListQuery,
  options?: CallOptions,
): Promise<readonly Model[]> {
  return dataOf(await listModelsUser(connection, query, options)).data;
}
