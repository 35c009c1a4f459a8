import type { Context } from "hono";
import { findRefusal } from "../answers/authorize.ts";
import { outputModalities } from "../query/filters.ts";
import { type Api, answerList, readQuery, refuseParameter, selectModels } from "./api.ts";

/**
 * `GET /models/user`: the models that the embedded account may use.
 *
 * Its privacy settings rule free endpoints out.
 */
export function answerModelsUser(request: Context, api: Api): Response {
  const refusal = findRefusal(request.req.header("authorization"));
  if (refusal !== undefined) return request.json(refusal, 401);
  const query = readQuery(request, [outputModalities]);
  if (query.kind === "bad-parameter") return refuseParameter(request, api, query);
  const models = selectModels(api, query).filter(({ id }) => !id.endsWith(":free"));
  return answerList(request, api, { models, query });
}
