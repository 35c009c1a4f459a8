import { Feed } from "feed";
import type { Model } from "../catalogue/model.ts";

const site = "https://openrouter.ai";

/** Where the items of a feed lead: to the model's page, or to a chat with the model. */
export type FeedLinks = "page" | "chat";

/**
 * Prints models as an RSS 2.0 feed, newest first, with one item for each base model.
 *
 * The build date is that of the newest model, so that equal catalogues give equal feeds.
 *
 * @param models in any order
 */
export function printFeed(models: readonly Model[], links: FeedLinks): string {
  const items = baseModels(models.toSorted((a, b) => b.created - a.created));
  const feed = new Feed({
    id: site,
    title: "OpenRouter - New Models",
    description: "Models that joined the catalogue, newest first",
    link: site,
    language: "en-us",
    generator: "OpenRouter API",
    copyright: "",
    updated: createdAt(items[0]),
  });
  for (const model of items) feed.addItem(feedItem(model, links));
  return feed.rss2();
}

function feedItem(model: Model, links: FeedLinks): Parameters<Feed["addItem"]>[0] {
  const id = baseId(model);
  return {
    title: printable(`${model.name} (${id})`),
    guid: model.canonical_slug,
    link: links === "chat" ? `${site}/chat?models=${encodeURIComponent(id)}` : `${site}/${id}`,
    description: printable(model.description),
    date: createdAt(model),
  };
}

/** Of a model and its variants the first one stays. */
function baseModels(models: readonly Model[]): Model[] {
  const seen = new Set<string>();
  return models.filter((model) => {
    const id = baseId(model);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function baseId({ id }: Model): string {
  return id.split(":", 1)[0] ?? id;
}

function createdAt(model: Model | undefined): Date {
  return new Date((model?.created ?? 0) * 1000);
}

/** XML 1.0, section 2.2, has no way to write these, not even in CDATA. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
