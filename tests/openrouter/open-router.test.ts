import {
  checkEach,
  createOpenRouter,
  type Model,
  type OpenRouter,
  priceAt,
} from "@truespec/openrouter-client";
import { startServer } from "@truespec/openrouter-server";
import { Model as ModelSchema } from "@truespec/openrouter-validators";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";

let server: Awaited<ReturnType<typeof startServer>>;
let openrouter: OpenRouter;
beforeAll(async () => {
  server = await startServer({ port: 0 });
  openrouter = createOpenRouter({ baseUrl: server.url });
});
afterAll(() => server.close());

/** A client that writes down what it sends instead of sending it. */
function createListener(options: Parameters<typeof createOpenRouter>[0]) {
  const sent: Request[] = [];
  const answer = { data: { count: 0 } };
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(new Request(url, init));
    return Response.json(answer);
  };
  return { sent, openrouter: createOpenRouter({ ...options, fetch }) };
}

test("lists, counts and finds models", async () => {
  const models = await openrouter.models.list({ supported_parameters: "tools" });
  expectTypeOf(models).toEqualTypeOf<readonly Model[]>();
  expect(models.length).toBeGreaterThan(10);
  expect(await openrouter.models.count({ output_modalities: "all" })).toBeGreaterThan(
    await openrouter.models.count(),
  );
  const [first] = models;
  if (first === undefined) throw new Error("expected a model");
  expect(await openrouter.models.get(first.id)).toEqual(first);
});

test("each call takes options of its own, and a page holds 500 models unless told", async () => {
  const { sent, openrouter } = createListener({});
  const options = { headers: { "X-Call": "mine" } };
  await openrouter.models.list({}, options);
  await openrouter.models.count({}, options);
  for await (const page of openrouter.models.pages({}, options)) expect(page).toBeDefined();
  expect(sent.map(({ url, headers }) => [new URL(url).search, headers.get("x-call")])).toEqual([
    ["", "mine"],
    ["", "mine"],
    ["?limit=500", "mine"],
  ]);
});

test.each(["anthropic/claude-3.5-sonnet", "anthropic/claude-3-5-sonnet"])(
  "finds %s, also by a former name",
  async (id) => {
    expect((await openrouter.models.get(id)).id).toBe("anthropic/claude-3.5-sonnet");
  },
);

test("finds a variant, and an alias that begins with a tilde", async () => {
  const models = await openrouter.models.list({ output_modalities: "all" });
  const named = (part: string) => models.find(({ id }) => id.includes(part))?.id ?? "";
  for (const id of [named(":free"), named("~")]) {
    expect((await openrouter.models.get(id)).id).toBe(id);
  }
});

describe("pages", () => {
  test("hold the whole list, in its order", async () => {
    const query = { output_modalities: "all", sort: "newest" } as const;
    const whole = await openrouter.models.list(query);
    const ids: string[] = [];
    let pages = 0;
    for await (const page of openrouter.models.pages({ ...query, limit: 25 })) {
      expect(page.total_count).toBe(whole.length);
      ids.push(...page.data.map((model) => model.id));
      expect(page.data.length).toBeLessThanOrEqual(25);
      pages += 1;
    }
    expect(ids).toEqual(whole.map((model) => model.id));
    expect(pages).toBe(Math.ceil(whole.length / 25));
  });

  test("give the list model by model", async () => {
    const whole = await openrouter.models.list();
    const ids: string[] = [];
    for await (const { id } of openrouter.models.pages({ limit: 40 }).items) ids.push(id);
    expect(ids).toEqual(whole.map(({ id }) => id));
  });

  test("go through a gateway with a path of its own", async () => {
    const gateway = "https://gateway.example/openrouter/v1";
    const asked: string[] = [];
    const fetch = (url: string, init: RequestInit) => {
      asked.push(url);
      return globalThis.fetch(url.replace(gateway, server.url), init);
    };
    const { models } = createOpenRouter({ baseUrl: gateway, fetch });
    const query = { output_modalities: "all", limit: 20, offset: 5 } as const;
    for await (const page of models.pages(query)) expect(page.data.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked[1]).toBe(`${gateway}/models?output_modalities=all&offset=25&limit=20`);
  });

  test("begin where they are told, and end when nobody wants more", async () => {
    const list = await openrouter.models.list();
    const seen: string[] = [];
    for await (const page of openrouter.models.pages({ offset: 10, limit: 5 })) {
      seen.push(...page.data.map((model) => model.id));
      break;
    }
    expect(seen).toEqual(list.slice(10, 15).map((model) => model.id));
  });

  test("never follow a link to another host, nor one that stands still", async () => {
    const asked: string[] = [];
    const next = "https://elsewhere.example/steal?offset=1&limit=1";
    const fetch = async (url: string) => {
      asked.push(url);
      return Response.json({ data: [], total_count: 3, links: { next } });
    };
    const { models } = createOpenRouter({ baseUrl: server.url, fetch });
    const readAll = async () => {
      for await (const page of models.pages({ limit: 1 })) expect(page.data).toEqual([]);
    };
    await expect(readAll()).rejects.toMatchObject({ code: "unreadable-body" });
    expect(asked.map((url) => new URL(url).host)).toEqual(Array(2).fill(new URL(server.url).host));
  });
});

test("reads the feed", async () => {
  const feed = await openrouter.models.rss();
  expect(feed.items.length).toBeGreaterThan(10);
  const [newest, next] = feed.items;
  expect(newest?.link).toMatch(/^https:\/\/openrouter\.ai\/[^?]+$/);
  expect(newest?.publishedAt?.getTime()).toBeGreaterThanOrEqual(next?.publishedAt?.getTime() ?? 0);
  const chat = await openrouter.models.rss({ links: "chat" });
  expect(chat.items[0]?.link).toContain("chat");
});

test("the models of an account need a key", async () => {
  await expect(openrouter.models.listForUser()).rejects.toMatchObject({
    code: "client-error",
    status: 401,
    body: { error: { code: 401, message: "Missing Authentication header" } },
  });
  const mine = createOpenRouter({ baseUrl: server.url, apiKey: async () => "sk-or-v1-test" });
  const models = await mine.models.listForUser();
  expect(models.length).toBeGreaterThan(0);
  const pages: unknown[] = [];
  for await (const page of mine.models.pagesForUser({ limit: 3 })) {
    pages.push(page.data);
    break;
  }
  expect(pages).toEqual([models.slice(0, 3)]);
});

test.each(["", "gpt-4o", "/gpt-4o", "openai/"])("%j is no id", async (id) => {
  await expect(openrouter.models.get(id)).rejects.toMatchObject({
    code: "invalid-request",
    message: expect.stringContaining("author/slug"),
  });
});

test("what is not there is an error with the answer's status and body", async () => {
  await expect(openrouter.models.get("nobody/nothing")).rejects.toMatchObject({
    name: "ClientError",
    code: "client-error",
    status: 404,
    body: { error: { code: 404 } },
  });
});

test.each([{ "X-Own": "yes" }, new Headers({ "X-Own": "yes" })])(
  "the application says who it is, with every call, beside %j",
  async (headers) => {
    const { openrouter, sent } = createListener({
      appUrl: "https://example.com",
      appTitle: "Tests",
      appCategories: ["cli-agent", "ide"],
      headers,
    });
    await openrouter.models.count();
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      "http-referer": "https://example.com",
      "x-openrouter-title": "Tests",
      "x-openrouter-categories": "cli-agent,ide",
      "x-own": "yes",
    });
  },
);

test.each([
  [{}, "https://openrouter.ai/api/v1/models/count"],
  [{ region: "eu" }, "https://eu.openrouter.ai/api/v1/models/count"],
  [{ region: "us" }, "https://us.openrouter.ai/api/v1/models/count"],
] as const)("with %j it asks %s", async (options, url) => {
  const { openrouter, sent } = createListener(options);
  await openrouter.models.count();
  expect(sent[0]?.url).toBe(url);
});

test("a region that is none, or beside a base URL, is refused", () => {
  const code = "invalid-request";
  expect(() => createOpenRouter({ region: "eu", baseUrl: server.url })).toThrow(
    expect.objectContaining({ code }),
  );
  // @ts-expect-error no such region
  expect(() => createOpenRouter({ region: "constructor" })).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining("eu, us") }),
  );
});

test("every model has prices, exact for its request", async () => {
  const models = await openrouter.models.list({ output_modalities: "all" });
  for (const model of models) {
    const { prompt } = priceAt(model, { promptTokens: 1_000_000 });
    expect(prompt === "depends" || prompt?.gte(0)).toBe(true);
    if (model.pricing.prompt === "-1") expect(prompt).toBe("depends");
  }
  const overridden = models.find((model) => "overrides" in model.pricing);
  if (overridden === undefined) throw new Error("expected a model with overrides");
  const [few, many] = [1, 10_000_000].map((promptTokens) => priceAt(overridden, { promptTokens }));
  expect(few).not.toEqual(many);
});

test("a value that the description does not list fits", async () => {
  const models = await openrouter.models.list();
  const isNew = ({ supported_parameters }: Model) => supported_parameters.includes("prediction");
  expect(models.some(isNew)).toBe(true);
  const { invalid } = await checkEach(ModelSchema, models);
  expect(invalid).toEqual([]);
});

test("a list with rows that do not fit gives the good ones, and what is wrong with the others", async () => {
  const [first, ...others] = await openrouter.models.list();
  const rows = [{ ...first, supported_parameters: [7] }, ...others];
  const { valid, invalid } = await checkEach(ModelSchema, rows);
  expect(valid).toEqual(others);
  expect(invalid.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([
    [0, ["supported_parameters", 0]],
  ]);
});
