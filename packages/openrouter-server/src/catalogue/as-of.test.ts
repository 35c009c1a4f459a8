import { expect, test } from "vitest";
import { createApp } from "../app.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const catalogue = await loadCatalogue();

async function list(date: string): Promise<{ data: Record<string, unknown>[] }> {
  const app = createApp(catalogue, { asOf: new Date(date) });
  const response = await app.request("/api/v1/models?output_modalities=all");
  return (await response.json()) as { data: Record<string, unknown>[] };
}

test.each([
  ["default_parameters", "2025-10-06"],
  ["expiration_date", "2026-01-16"],
  ["knowledge_cutoff", "2026-03-27"],
  ["links", "2026-04-07"],
  ["supported_voices", "2026-05-05"],
  ["benchmarks", "2026-06-12"],
  ["reasoning", "2026-06-18"],
  ["alias_target", "2026-07-30"],
])("%s came on %s", async (field, date) => {
  const holds = (body: { data: object[] }) => body.data.some((model) => field in model);
  expect(holds(await list(`${date}T00:00:00Z`))).toBe(true);
  expect(holds(await list(new Date(Date.parse(date) - 1).toISOString()))).toBe(false);
});

test.each([
  ["input_cache_write_1h", "2026-06-26"],
  ["overrides", "2026-07-14"],
])("pricing.%s came on %s", async (field, date) => {
  const holds = (body: unknown) => JSON.stringify(body).includes(`"${field}"`);
  expect(holds(await list(`${date}T00:00:00Z`))).toBe(true);
  expect(holds(await list(new Date(Date.parse(date) - 1).toISOString()))).toBe(false);
});

test("lists said their totals from 2026-07-14 on", async () => {
  expect(Object.keys(await list("2026-07-13T23:59:59Z"))).toEqual(["data"]);
  expect(Object.keys(await list("2026-07-14"))).toEqual(["data", "total_count", "links"]);
});

test("models created later are not there, by whatever name", async () => {
  const date = new Date("2026-01-01");
  const { data } = await list(date.toISOString());
  const earlier = catalogue.models.filter(({ created }) => created * 1000 <= date.getTime());
  expect(data.length).toBe(earlier.length);
  expect(data.length).toBeLessThan(catalogue.models.length);
  const app = createApp(catalogue, { asOf: date });
  expect((await app.request("/api/v1/model/anthropic/claude-opus-5")).status).toBe(404);
});
