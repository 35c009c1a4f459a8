import { expect, test } from "vitest";
import { findBaseUrl } from "./server.ts";

const variables = [
  { name: "region", default: "eu", values: ["eu", "us"] },
  { name: "$&", default: "$&", values: [] },
];

test.each([
  { url: "https://x.test/v1/", want: "https://x.test/v1/" },
  { url: "https://{region}.x.test/{$&}", want: "https://eu.x.test/$&" },
  { url: "https://x.test/{unknown}", want: "https://x.test/{unknown}" },
  { url: "/v1", want: undefined },
  { url: "/v1", source: "https://x.test/docs/api.yaml", want: "https://x.test/v1" },
  { url: "v1", source: "https://x.test/docs/api.yaml", want: "https://x.test/docs/v1" },
  { url: "v1", source: "docs/api.yaml", want: undefined },
  { url: "//x.test/v1", source: "https://y.test/", want: "https://x.test/v1" },
  { url: "ftp://x.test", want: undefined },
  { url: "https://", want: undefined },
])("$url in $source", ({ url, source = "api.yaml", want }) => {
  expect(findBaseUrl([{ url, description: undefined, variables }], source)).toBe(want);
});

test("no server", () => {
  expect(findBaseUrl([], "https://x.test")).toBeUndefined();
});
