import { type CallOptions, type Connection, dataOf } from "@truespec/client";
import type { Feed } from "../feed/feed.ts";
import { parseFeed } from "../feed/parse-feed.ts";
import { getModels } from "../generated/client.ts";
import type { FeedQuery } from "./query.ts";

/**
 * The feed of new models, read. The XML parser is loaded with the first feed.
 *
 * @throws ClientError when the server does not answer, or not with a feed
 */
export async function readFeed(
  connection: Connection,
  query: FeedQuery = {},
  options?: CallOptions,
): Promise<Feed> {
  const { links, ...filters } = query;
  const input = { ...filters, use_rss: "true" };
  const chat = links === "chat" ? { use_rss_chat_links: "true" } : {};
  const rss = { ...options, accept: "application/rss+xml" } as const;
  return parseFeed(dataOf(await getModels(connection, { ...input, ...chat }, rss)));
}
