import { expect, test } from "vitest";
import { parseFeed } from "./parse-feed.ts";

const item = `<item>
  <title><![CDATA[Acme: Small & quick (acme/small)]]></title>
  <description><![CDATA[Answers <b>fast</b>.

Twice.]]></description>
  <link>https://openrouter.ai/acme/small</link>
  <guid isPermaLink="false">acme/small-20260101</guid>
  <pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate>
</item>`;

const feed = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
  <title>New &amp; notable</title><description>Models</description>
  <link>https://openrouter.ai</link><lastBuildDate>Fri, 02 Jan 2026 00:00:00 GMT</lastBuildDate>
  ${items}
</channel></rss>`;

test("reads the channel and its items", async () => {
  const { items, ...channel } = await parseFeed(feed(item));
  expect(channel).toEqual({
    title: "New & notable",
    description: "Models",
    link: "https://openrouter.ai",
    builtAt: new Date("2026-01-02T00:00:00Z"),
  });
  expect(items).toEqual([
    {
      title: "Acme: Small & quick (acme/small)",
      description: "Answers <b>fast</b>.\n\nTwice.",
      link: "https://openrouter.ai/acme/small",
      canonicalSlug: "acme/small-20260101",
      publishedAt: new Date("2026-01-01T10:00:00Z"),
    },
  ]);
});

test.each([0, 2, 600])("a feed of %i items", async (count) => {
  expect((await parseFeed(feed(item.repeat(count)))).items).toHaveLength(count);
});

test("what is missing is empty, a date that is none is undefined", async () => {
  const { items } = await parseFeed(feed("<item><pubDate>soon</pubDate></item>"));
  expect(items[0]).toEqual({
    title: "",
    description: "",
    link: "",
    canonicalSlug: "",
    publishedAt: undefined,
  });
});

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${feed(
  "<item><title>&b;</title></item>",
).replace(/^<\?xml.*\?>/, "")}`;

test("an entity of the document's own grows to nothing large", async () => {
  const outcome: unknown = await parseFeed(bomb).catch(String);
  expect(JSON.stringify(outcome).length).toBeLessThan(1_000);
});

test.each(["", "<html><body>Bad gateway</body></html>", feed(item).slice(0, -40), "{}"])(
  "%j is no feed",
  async (text) => {
    await expect(parseFeed(text)).rejects.toMatchObject({
      code: "unreadable-body",
      message: expect.stringContaining("feed"),
    });
  },
);
