import type { Context } from "hono";
import { outputModalities } from "../query/filters.ts";
import { readFilters } from "../query/list-query.ts";
import { type Api, cacheHeader, refuseParameter, selectModels } from "./api.ts";

/** `GET /models/count`: how many models a list would hold; it knows one filter alone. */
export function answerModelsCount(request: Context, api: Api): Response {
  const query = readFilters(new URL(request.req.url).searchParams, [outputModalities]);
  if (query.kind === "bad-parameter") return refuseParameter(request, api, query);
  const count = selectModels(api, query).length;
  return request.json({ data: { count } }, 200, cacheHeader(request));
}
