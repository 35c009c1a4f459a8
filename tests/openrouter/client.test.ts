import {
  type Client,
  createClient,
  createConnection,
  getModels,
  type Model,
} from "@truespec/openrouter-client";
import { startServer } from "@truespec/openrouter-server";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";

let server: Awaited<ReturnType<typeof startServer>>;
let client: Client;
beforeAll(async () => {
  server = await startServer({ port: 0 });
  client = createClient({ baseUrl: server.url });
});
afterAll(() => server.close());

test("lists, filters and sorts models", async () => {
  const result = await client.models.getModels({
    sort: "context-high-to-low",
    supported_parameters: "tools",
  });
  if (!result.ok || result.mediaType !== "application/json") throw new Error("expected a list");
  const models = result.data.data;
  expectTypeOf(models).toEqualTypeOf<Model[]>();
  expect(models.length).toBeGreaterThan(10);
  expect(models.every((model) => model.supported_parameters.includes("tools"))).toBe(true);
  const lengths = models.map((model) => model.context_length ?? 0);
  expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
});

test("a filter leaves some models out, and one that means nothing is a 400", async () => {
  const [all, some] = await Promise.all([
    client.models.getModels({ output_modalities: "all" }, { accept: "application/json" }),
    client.models.getModels({ output_modalities: "image" }, { accept: "application/json" }),
  ]);
  if (!all.ok || !some.ok) throw new Error("expected lists");
  expect(some.data.data.length).toBeGreaterThan(0);
  expect(some.data.data.length).toBeLessThan(all.data.data.length);
  // @ts-expect-error no such category
  const refused = await client.models.getModels({ category: "nonsense" });
  expect(refused).toMatchObject({ ok: false, status: 400, error: { error: { code: 400 } } });
});

test("counts as many as it lists", async () => {
  for (const input of [{}, { output_modalities: "all" }]) {
    const count = await client.models.listModelsCount(input);
    const list = await client.models.getModels(input, { accept: "application/json" });
    if (!count.ok || !list.ok) throw new Error("expected a count and a list");
    expectTypeOf(count.data.data.count).toEqualTypeOf<number>();
    expect(count.data.data.count).toBe(list.data.data.length);
  }
});

test("counts more models with every modality", async () => {
  const all = await client.models.listModelsCount({ output_modalities: "all" });
  const text = await client.models.listModelsCount();
  if (!all.ok || !text.ok) throw new Error("expected counts");
  expect(all.data.data.count).toBeGreaterThanOrEqual(60);
  expect(text.data.data.count).toBeLessThan(all.data.data.count);
});

test("looks up one model, by its id and by a former name", async () => {
  for (const slug of ["claude-3.5-sonnet", "claude-3-5-sonnet"]) {
    const result = await client.models.getModel({ author: "anthropic", slug });
    if (!result.ok) throw new Error(`expected a model, not ${result.status}`);
    expectTypeOf(result.data.data).toEqualTypeOf<Model>();
    expect(result.data.data.id).toBe("anthropic/claude-3.5-sonnet");
  }
});

test("a model that is not there is a typed 404, not an exception", async () => {
  const result = await client.models.getModel({ author: "nobody", slug: "nothing" });
  if (result.ok || result.status !== 404) throw new Error("expected a 404");
  expectTypeOf(result.error.error.message).toEqualTypeOf<string>();
  expect(result.error.error).toMatchObject({ code: 404 });
  // @ts-expect-error both parts of the name are needed
  await expect(client.models.getModel({ author: "nobody" })).rejects.toMatchObject({
    code: "invalid-request",
  });
});

test("reads the feed as text", async () => {
  const result = await client.models.getModels(
    { use_rss: "true" },
    { accept: "application/rss+xml" },
  );
  if (!result.ok) throw new Error("expected a feed");
  expectTypeOf(result.mediaType).toEqualTypeOf<"application/rss+xml">();
  expectTypeOf(result.data).toEqualTypeOf<string>();
  expect(result.mediaType).toBe("application/rss+xml");
  expect(result.data).toMatch(/<rss version="2\.0"/);
  expect(result.data.match(/<item>/g)?.length).toBeGreaterThan(10);
});

test.each([
  { auth: {}, message: "Missing Authentication header" },
  { auth: { apiKey: "made-up" }, message: "User not found." },
])("the models of an account, with $auth: 401", async ({ auth, message }) => {
  const result = await createClient({ baseUrl: server.url, auth }).models.listModelsUser();
  if (result.ok || result.status !== 401) throw new Error("expected a 401");
  expect(result.error.error.message).toBe(message);
});

test("the models of an account, with a key", async () => {
  const auth = { apiKey: async () => "sk-or-v1-test" };
  const mine = await createClient({ baseUrl: server.url, auth }).models.listModelsUser();
  const all = await client.models.getModels({}, { accept: "application/json" });
  if (!mine.ok || !all.ok) throw new Error("expected lists");
  expect(mine.data.data.length).toBeGreaterThan(0);
  expect(mine.data.data.length).toBeLessThan(all.data.data.length);
});

test("a key goes along where it is welcome, and the app says who it is", async () => {
  const sent: (string | null)[] = [];
  const named = createClient({
    baseUrl: server.url,
    auth: { apiKey: "sk-or-v1-test" },
    headers: { "X-OpenRouter-Title": "Tests" },
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      sent.push(headers.get("authorization"), headers.get("x-openrouter-title"));
      return fetch(url, init);
    },
  });
  expect(await named.models.listModelsCount()).toMatchObject({ ok: true });
  expect(sent).toEqual(["Bearer sk-or-v1-test", "Tests"]);
});

test("a single function needs a connection and no client", async () => {
  const connection = createConnection({ baseUrl: server.url });
  const result = await getModels(connection, { q: "claude" }, { accept: "application/json" });
  if (!result.ok) throw new Error("expected a list");
  expect(result.data.data.length).toBeGreaterThan(0);
  // @ts-expect-error no such parameter
  await getModels(connection, { query: "claude" });
});
