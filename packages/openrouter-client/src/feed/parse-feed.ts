import { ClientError } from "@truespec/client";
import type { Feed, FeedItem } from "./feed.ts";

/**
 * Reads the RSS 2.0 document that `GET /models` answers with under `use_rss`.
 *
 * An element that is not there is empty text, a date that is none is undefined. The XML parser is loaded
 * with the first feed, so that no other call carries it.
 *
 * @throws ClientError `unreadable-body` when the text is not XML, or not an RSS channel
 */
export async function parseFeed(text: string): Promise<Feed> {
  const document = parse(text, await import("./xml.ts"));
  const channel = memberOf(memberOf(document, "rss"), "channel");
  if (!isObject(channel)) throw unreadable("it has no RSS channel");
  const items = memberOf(channel, "item");
  return {
    title: textOf(channel, "title"),
    description: textOf(channel, "description"),
    link: textOf(channel, "link"),
    builtAt: dateOf(channel, "lastBuildDate"),
    items: Array.isArray(items) ? items.map(readItem) : [],
  };
}

function parse(text: string, { XMLParser, XMLValidator }: typeof import("./xml.ts")): unknown {
  // The parser reads on where a document is broken; the validator does not.
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw unreadable(`it is not XML, line ${validity.err.line}`);
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: (_, path) => path === "rss.channel.item",
  });
  try {
    return parser.parse(text);
  } catch (cause) {
    throw unreadable("it is not XML that can be read safely", cause);
  }
}

function readItem(item: unknown): FeedItem {
  return {
    title: textOf(item, "title"),
    description: textOf(item, "description"),
    link: textOf(item, "link"),
    canonicalSlug: textOf(item, "guid"),
    publishedAt: dateOf(item, "pubDate"),
  };
}

function textOf(value: unknown, name: string): string {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : "";
}

function dateOf(value: unknown, name: string): Date | undefined {
  const time = Date.parse(textOf(value, name));
  return Number.isNaN(time) ? undefined : new Date(time);
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function unreadable(why: string, cause?: unknown): ClientError {
  return new ClientError("unreadable-body", `GET /models: the feed cannot be read: ${why}`, {
    cause,
  });
}
