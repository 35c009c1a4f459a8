import { expect, test } from "vitest";
import { createApp } from "./app.ts";
import { parseCatalogue } from "./catalogue/parse-catalogue.ts";

test("requests above the limit wait for the next minute", async () => {
  let time = 1_000_000;
  const catalogue = parseCatalogue('{"data": []}');
  const app = createApp(catalogue, { rateLimit: 2, now: () => new Date(time) });
  const ask = () => app.request("/api/v1/models/count");

  expect((await ask()).status).toBe(200);
  time += 20_500;
  const second = await ask();
  expect([second.status, second.headers.has("x-ratelimit-limit")]).toEqual([200, false]);

  const third = await ask();
  expect(third.status).toBe(429);
  expect(Object.fromEntries(third.headers)).toMatchObject({
    "retry-after": "40",
    "x-ratelimit-limit": "2",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": "1060000",
  });
  const headers = {
    "Retry-After": "40",
    "X-RateLimit-Limit": "2",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1060000",
  };
  expect(await third.json()).toMatchObject({ error: { code: 429, metadata: { headers } } });

  time += 39_500;
  expect((await ask()).status).toBe(200);
});

test("a limit of none refuses everything", async () => {
  const app = createApp(parseCatalogue('{"data": []}'), { rateLimit: 0 });
  expect((await app.request("/api/v1/models")).status).toBe(429);
});
