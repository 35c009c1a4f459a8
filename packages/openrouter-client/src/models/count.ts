import { type CallOptions, type Connection, dataOf } from "@truespec/client";
import { listModelsCount } from "../generated/client.ts";
import type { CountQuery } from "./query.ts";

/**
 * How many models there are of these output modalities.
 *
 * @throws ClientError when the server does not answer, or not with success
 */
export async function countModels(
  connection: Connection,
  query?: CountQuery,
  options?: CallOptions,
): Promise<number> {
  return dataOf(await listModelsCount(connection, query, options)).data.count;
}
