import { type CallOptions, ClientError, type Connection, dataOf } from "@truespec/client";
import type { Model } from "@truespec/openrouter-types";
import { getModel } from "../generated/client.ts";

/**
 * One model by its id, alias or former name.
 *
 * @throws ClientError `invalid-request` when the id is not `author/slug`; `client-error` with status 404
 *   when nothing has this name; others when the server does not answer, or not with success
 */
export async function findModel(
  connection: Connection,
  id: string,
  options?: CallOptions,
): Promise<Model> {
  const slash = id.indexOf("/");
  const [author, slug] = [id.slice(0, slash), id.slice(slash + 1)];
  if (slash < 1 || slug === "") {
    const hint = "a model's id is author/slug, such as openai/gpt-4o";
    throw new ClientError("invalid-request", `${JSON.stringify(id)} names no model: ${hint}`);
  }
  return dataOf(await getModel(connection, { author, slug }, options)).data;
}
