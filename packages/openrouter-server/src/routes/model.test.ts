import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../start-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function read(path: string, headers?: Record<string, string>) {
  const response = await fetch(server.url + path, headers && { headers });
  return { status: response.status, body: await response.json() };
}

async function readIds(path: string, headers?: Record<string, string>): Promise<string[]> {
  const { body } = await read(path, headers);
  return (body as { data: { id: string }[] }).data.map(({ id }) => id);
}

describe("a single model", () => {
  test.each([
    ["its id", "openai/gpt-4o", "openai/gpt-4o"],
    ["dashes for dots", "anthropic/claude-3-5-sonnet", "anthropic/claude-3.5-sonnet"],
    ["its canonical slug", "anthropic/claude-4-sonnet-20250522", "anthropic/claude-sonnet-4"],
    ["a former name", "openai/chatgpt-4o-latest", "openai/gpt-4o"],
    ["a variant with a row", "openai/gpt-oss-20b:free", "openai/gpt-oss-20b:free"],
    ["an escaped colon", "openai/gpt-oss-20b%3Afree", "openai/gpt-oss-20b:free"],
    ["a routing variant", "openai/gpt-4o:nitro", "openai/gpt-4o"],
    ["both kinds of variant", "openai/gpt-oss-20b:free:nitro", "openai/gpt-oss-20b:free"],
    ["both, the other way round", "openai/gpt-oss-20b:nitro:free", "openai/gpt-oss-20b:free"],
    ["an alias with a variant", "openai/chatgpt-4o-latest:extended", "openai/gpt-4o:extended"],
    ["an alias row", "~openai/gpt-latest", "~openai/gpt-latest"],
  ])("%s", async (_, name, id) => {
    expect(await read(`/model/${name}`)).toMatchObject({ status: 200, body: { data: { id } } });
  });

  test.each([
    ["nobody's model", "openai/gpt-none"],
    ["a variant without a row", "openai/gpt-4:free"],
    ["no such variant", "openai/gpt-4o:fancy"],
    ["a key of every object", "__proto__/constructor"],
  ])("%s is not found", async (_, name) => {
    const body = { error: { code: 404, message: `Model ${name} not found` } };
    expect(await read(`/model/${name}`)).toEqual({ status: 404, body });
  });
});

describe("the count agrees with the list", () => {
  test.each(["", "?output_modalities=all", "?output_modalities=image,speech"])(
    "%s",
    async (query) => {
      const count = (await readIds(`/models${query}`)).length;
      expect(count).toBeGreaterThan(0);
      expect(await read(`/models/count${query}`)).toEqual({
        status: 200,
        body: { data: { count } },
      });
    },
  );

  test("other filters do not count", async () => {
    const count = (await readIds("/models")).length;
    expect((await read("/models/count?q=gpt&sort=nonsense")).body).toEqual({ data: { count } });
  });
});

describe("the models of an account", () => {
  test.each([
    ["no key", undefined, "Missing Authentication header"],
    ["a made-up key", "Bearer abc", "User not found."],
    ["another scheme", "Basic sk-or-abc", "User not found."],
  ])("%s is refused", async (_, authorization, message) => {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const body = { error: { code: 401, message } };
    expect(await read("/models/user", headers)).toEqual({ status: 401, body });
  });

  test("any key of the right form opens it; free endpoints are ruled out", async () => {
    const headers = { Authorization: "Bearer sk-or-v1-test" };
    const all = await readIds("/models");
    const paid = all.filter((id) => !id.endsWith(":free"));
    expect(paid.length).toBeLessThan(all.length);
    expect(await readIds("/models/user?limit=1000", headers)).toEqual(paid);
    const page = await read("/models/user?limit=2", headers);
    expect(page.body).toMatchObject({
      total_count: paid.length,
      links: { next: "/api/v1/models/user?offset=2&limit=2" },
    });
  });
});
