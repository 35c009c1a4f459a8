import type { Context } from "hono";
import { type FeedLinks, printFeed } from "../answers/rss-feed.ts";
import type { Model } from "../catalogue/model.ts";
import { filters } from "../query/filters.ts";
import {
  type Api,
  answerList,
  cacheHeader,
  readQuery,
  refuseParameter,
  selectModels,
} from "./api.ts";

/** `GET /models`: the catalogue, filtered and sorted, as JSON or as an RSS feed. */
export function answerModels(request: Context, api: Api): Response {
  const query = readQuery(request, filters);
  if (query.kind === "bad-parameter") return refuseParameter(request, api, query);
  const models = selectModels(api, query);
  if (request.req.query("use_rss") !== "true") return answerList(request, api, { models, query });
  const chat = request.req.query("use_rss_chat_links") === "true";
  return answerFeed(request, models, chat ? "chat" : "page");
}

function answerFeed(request: Context, models: readonly Model[], links: FeedLinks): Response {
  return request.body(printFeed(models, links), 200, {
    ...cacheHeader(request),
    "Content-Type": "application/rss+xml; charset=utf-8",
  });
}
