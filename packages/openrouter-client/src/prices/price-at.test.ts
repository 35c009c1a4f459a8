import { describe, expect, test } from "vitest";
import { type PricedRequest, priceAt } from "./price-at.ts";

const base = { prompt: "0.000002", completion: "0.000006", discount: 0 };

function printed(pricing: object, request: PricedRequest): Record<string, string> {
  const prices = Object.entries(priceAt({ pricing }, request));
  return Object.fromEntries(
    prices.map(([name, price]) => [name, typeof price === "object" ? price.toFixed() : `${price}`]),
  );
}

describe("overrides by the length of the prompt", () => {
  const pricing = {
    ...base,
    overrides: [
      { min_prompt_tokens: 32_000, prompt: "0.000004", completion: "0.000012" },
      { min_prompt_tokens: 256_000, prompt: "0.000008" },
    ],
  };

  test.each([
    ["far below", 10, "0.000002", "0.000006"],
    ["the bound itself is not above it", 32_000, "0.000002", "0.000006"],
    ["one above", 32_001, "0.000004", "0.000012"],
    ["the later entry wins, key by key", 256_001, "0.000008", "0.000012"],
  ])("%s", (_, promptTokens, prompt, completion) => {
    expect(printed(pricing, { promptTokens })).toEqual({ prompt, completion });
  });
});

describe("overrides by the time of day", () => {
  const at = (time: string) => ({ promptTokens: 1, time: new Date(`2026-11-21T${time}Z`) });
  const night = { ...base, overrides: [{ utc_start: 1630, utc_end: 30, prompt: "0.000001" }] };
  const noon = { ...base, overrides: [{ utc_start: 1200, utc_end: 1300, prompt: "0.000001" }] };
  const evening = { ...base, overrides: [{ utc_start: 1630, prompt: "0.000001" }] };
  const morning = { ...base, overrides: [{ utc_end: 30, prompt: "0.000001" }] };

  test.each([
    ["before", noon, "11:59:59", false],
    ["at the start", noon, "12:00:00", true],
    ["at the end", noon, "13:00:00", false],
    ["in the evening of a window across midnight", night, "16:30:00", true],
    ["after midnight", night, "00:29:59", true],
    ["at its end", night, "00:30:00", false],
    ["in the day", night, "12:00:00", false],
    ["before a start without an end", evening, "16:29:59", false],
    ["until midnight", evening, "23:59:59", true],
    ["from midnight to an end without a start", morning, "00:00:00", true],
    ["at that end", morning, "00:30:00", false],
  ])("%s", (_, pricing, time, isCheap) => {
    expect(printed(pricing, at(time))["prompt"]).toBe(isCheap ? "0.000001" : "0.000002");
  });

  test("both conditions must hold", () => {
    const override = { utc_start: 1200, utc_end: 1300, min_prompt_tokens: 100, prompt: "0" };
    const pricing = { ...base, overrides: [override] };
    const time = new Date("2026-11-21T12:30:00Z");
    expect(printed(pricing, { promptTokens: 100, time })["prompt"]).toBe("0.000002");
    expect(printed(pricing, { promptTokens: 101, time })["prompt"]).toBe("0");
  });
});

test("a router's price depends on what it chooses, and may be overridden", () => {
  const pricing = { prompt: "-1", completion: "-1", overrides: [{ completion: "0.1" }] };
  expect(printed(pricing, { promptTokens: 1 })).toEqual({ prompt: "depends", completion: "0.1" });
});

test("what is no price and no override is passed over", () => {
  for (const overrides of [null, "soon", [null, "3", { prompt: 7, min_prompt_tokens: "many" }]]) {
    const pricing = { ...base, image: null, request: "free", overrides };
    expect(Object.keys(printed(pricing, { promptTokens: 1 }))).toEqual(["prompt", "completion"]);
  }
});
