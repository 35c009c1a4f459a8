import { expect, test } from "vitest";
import { parseCatalogue } from "./parse-catalogue.ts";

const model = {
  id: "a/b",
  canonical_slug: "a/b",
  name: "B",
  description: "",
  created: 1,
  context_length: 1,
  supported_parameters: [],
  architecture: { input_modalities: [], output_modalities: [] },
  pricing: { prompt: "0", completion: "0" },
};

test("a row keeps the keys that nobody knows", () => {
  const { models } = parseCatalogue(JSON.stringify({ data: [{ ...model, novel: 1 }] }));
  expect(models).toEqual([{ ...model, novel: 1 }]);
});

test("names that objects inherit are names like any other", () => {
  const text = `{"data": [], "aliases": {"__proto__": "a/b"}, "traits": {"constructor": {}}}`;
  const { aliases, traits } = parseCatalogue(text);
  expect([aliases.get("__proto__"), aliases.get("toString")]).toEqual(["a/b", undefined]);
  expect([traits.get("constructor"), traits.get("toString")]).toEqual([{}, undefined]);
});

test.each([
  ["no JSON", "{", "is not JSON"],
  ["a list", "[]", "its root"],
  ["no rows", "{}", "its root"],
  ["a row that is none", { data: [1] }, "/data/0"],
  ["no id", { data: [{ ...model, id: 1 }] }, "/data/0/id"],
  ["a date as text", { data: [model, { ...model, created: "1" }] }, "/data/1/created"],
  ["no modalities", { data: [{ ...model, architecture: {} }] }, "/architecture/input_modalities"],
  ["a price that is a number", { data: [{ ...model, pricing: { prompt: 0 } }] }, "/pricing/prompt"],
  ["aliases in a list", { data: [], aliases: [] }, "/aliases"],
  ["an alias of nothing", { data: [], aliases: { "a/b": null } }, "/aliases/a~1b"],
  ["traits of text", { data: [], traits: { a: { latency: "1" } } }, "/traits/a"],
])("%s is refused", (_, input, where) => {
  const text = typeof input === "string" ? input : JSON.stringify(input);
  expect(() => parseCatalogue(text)).toThrow(
    expect.objectContaining({ code: "catalogue-invalid", message: expect.stringContaining(where) }),
  );
});
