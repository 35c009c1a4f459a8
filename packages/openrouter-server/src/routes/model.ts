import type { Context } from "hono";
import { errorBody } from "../answers/json-answers.ts";
import { findModel } from "../catalogue/find-model.ts";
import { type Api, cacheHeader } from "./api.ts";

/** `GET /model/{author}/{slug}`: one model by its id, an alias or a former name. */
export function answerModel(request: Context, api: Api): Response {
  const name = `${request.req.param("author")}/${request.req.param("slug")}`;
  const model = findModel(api.catalogue, name);
  if (model === undefined) return request.json(errorBody(404, `Model ${name} not found`), 404);
  return request.json({ data: model }, 200, cacheHeader(request));
}
