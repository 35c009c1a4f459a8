import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { pick, type Random } from "./random.ts";
import { items, member } from "./schema.ts";

const formatted: ReadonlyMap<JsonValue, string> = new Map([
  ["date-time", "2024-02-29T12:00:00Z"],
  ["date", "2024-02-29"],
  ["time", "12:00:00Z"],
  ["uuid", "123e4567-e89b-12d3-a456-426614174000"],
  ["email", "a@example.com"],
  ["uri", "https://example.com/a"],
  ["ipv4", "192.0.2.1"],
]);

/** A string: one that is written as an example, of the format, or one that the pattern may match. */
export function sampleString(random: Random, parts: readonly JsonObject[]): JsonValue {
  const written = parts
    .flatMap((part) => [
      member(part, "example"),
      member(part, "default"),
      ...items(member(part, "examples")),
    ])
    .filter((value) => typeof value === "string");
  const format = parts
    .map((part) => formatted.get(member(part, "format") ?? ""))
    .find((one) => one !== undefined);
  const minimum = Math.min(100, Math.max(0, ...numbers(parts, "minLength")));
  const pattern = parts
    .map((part) => member(part, "pattern"))
    .find((one) => typeof one === "string");
  if (pattern !== undefined && random() < 0.8) return findMatch(pattern) ?? "1a";
  return (
    pick(random, written) ?? format ?? "1a".padEnd(minimum, "b").slice(0, Math.max(2, minimum))
  );
}

const texts = [
  "0",
  "123456789012345678",
  "a",
  "A",
  "abc-def",
  "en-US",
  "EUR",
  "#ffffff",
  "a/b",
  "2024-02-29",
  "file.png",
  ":a:",
  "A1B2",
];

/** One of a few texts that matches. */
function findMatch(pattern: string): string | undefined {
  const expression = new RegExp(pattern, "u");
  return texts.find((text) => expression.test(text));
}

/** A number within the bounds. */
export function sampleNumber(parts: readonly JsonObject[], type: string): number {
  const low = Math.max(
    ...numbers(parts, "minimum"),
    ...numbers(parts, "exclusiveMinimum").map((one) => one + 1),
  );
  const high = Math.min(
    ...numbers(parts, "maximum"),
    ...numbers(parts, "exclusiveMaximum").map((one) => one - 1),
  );
  const near = Number.isFinite(low) ? low : Math.min(high, 1);
  return type === "integer" ? Math.ceil(near) : near;
}

/** What the schemas say by a keyword of numbers. */
export function numbers(parts: readonly JsonObject[], keyword: string): readonly number[] {
  return parts.map((part) => member(part, keyword)).filter((value) => typeof value === "number");
}
