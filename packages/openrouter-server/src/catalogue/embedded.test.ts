import { expect, test } from "vitest";
import { loadCatalogue } from "./load-catalogue.ts";

const catalogue = await loadCatalogue();
const { models } = catalogue;
const share = (of: readonly unknown[]) => of.length / models.length;

test("names are unique and well formed, links follow from the canonical slug", () => {
  expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  for (const { id, canonical_slug, links } of models) {
    expect(id).toMatch(/^~?[a-z0-9-]+\/[a-z0-9._-]+(:[a-z]+)?$/);
    expect(links?.details).toBe(`/api/v1/models/${canonical_slug}/endpoints`);
  }
});

test("every price is a plain decimal, at places longer than a double can hold", () => {
  const prices = models.flatMap(({ pricing }) => [
    ...Object.values(pricing).filter((price) => typeof price === "string"),
  ]);
  for (const price of prices) expect(price).toMatch(/^-?\d+(\.\d+)?$/);
  expect(Math.max(...prices.map((price) => price.length))).toBeGreaterThanOrEqual(24);
  expect(prices).toContain("-1");
});

test("modality joins inputs in their fixed order", () => {
  const order = ["text", "image", "file", "audio", "video"];
  for (const { architecture } of models) {
    const inputs = order.filter((one) => architecture.input_modalities.includes(one)).join("+");
    expect(architecture.modality?.startsWith(`${inputs}->`), architecture.modality ?? "").toBe(
      true,
    );
  }
});

test("rows vary as those of the live API do", () => {
  const having = (key: string) => models.filter((model) => Object.hasOwn(model, key));
  expect(models.length).toBeGreaterThanOrEqual(60);
  expect(share(having("benchmarks"))).toBeGreaterThan(0.3);
  expect(share(having("benchmarks"))).toBeLessThan(0.55);
  expect(share(having("reasoning"))).toBeGreaterThan(0.4);
  expect(having("alias_target").every(({ id }) => id.startsWith("~"))).toBe(true);
  expect(having("per_request_limits").length).toBe(models.length);
  expect(models.every((model) => model.per_request_limits === null)).toBe(true);
  const some = (test: (model: (typeof models)[number]) => boolean) => models.some(test);
  expect(some(({ default_parameters }) => default_parameters === null)).toBe(true);
  expect(some(({ hugging_face_id }) => hugging_face_id === "")).toBe(true);
  expect(some(({ context_length }) => context_length === 0)).toBe(true);
  expect(some(({ expiration_date }) => expiration_date === "2098-12-31")).toBe(true);
  expect(some(({ pricing }) => pricing.overrides !== undefined)).toBe(true);
  expect(some(({ pricing }) => pricing.input_cache_write_1h !== undefined)).toBe(true);
  expect(some(({ supported_voices }) => (supported_voices?.length ?? 0) > 0)).toBe(true);
});

test("aliases and traits belong to models that are there", () => {
  const ids = new Set(models.map(({ id }) => id));
  const named = [...catalogue.aliases.values(), ...catalogue.traits.keys()];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  const targets = models.flatMap(({ alias_target }) => alias_target?.slug ?? []);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
});
