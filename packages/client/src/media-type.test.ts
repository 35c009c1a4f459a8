import { expect, test } from "vitest";
import { findDescribed, isJson, isText } from "./media-type.ts";

test.each([
  ["application/json", "json"],
  ["Application/JSON; charset=utf-8", "json"],
  ["application/problem+json", "json"],
  ["*/*", "json"],
  ["application/*", "json"],
  ["", "json"],
  ["application/x-www-form-urlencoded", "text"],
  ["multipart/form-data", "neither"],
  ["text/html", "text"],
  ["application/rss+xml", "text"],
  ["application/x-ndjson", "text"],
  ["image/svg+xml", "text"],
  ["image/png", "neither"],
  ["application/pdf", "neither"],
  ["application/jsonish", "neither"],
])("%s is %s", (mediaType, kind) => {
  const got = isJson(mediaType) ? "json" : isText(mediaType) ? "text" : "neither";
  expect(got).toBe(kind);
});

test.each([
  { given: "application/json; charset=utf-8", described: ["application/json"], want: 0 },
  { given: "application/json", described: ["application/json;charset=utf-8"], want: 0 },
  { given: "text/x; v=2", described: ["text/x;v=1", "text/x;v=2"], want: 1 },
  { given: "text/x; charset=utf-8; v=2", described: ["text/x;v=1", "text/x;v=2"], want: 1 },
  {
    given: 'text/x; V="2"; Charset=UTF-8',
    described: ["text/x", "text/x;charset=utf-8; v=2"],
    want: 1,
  },
  { given: "text/x; v=2; a=b", described: ["text/x;v=2;c=d", "text/x;v=2", "text/x"], want: 1 },
  { given: "text/x; v=3", described: ["text/*", "text/x;v=1", "text/x;v=2"], want: 1 },
  { given: "text/x; v=3", described: ["text/x;v=1", "text/x"], want: 1 },
  { given: "text/csv; v=2", described: ["text/*;v=2", "text/csv"], want: 1 },
  { given: "text/csv", described: ["*/*", "text/*", "text/csv"], want: 2 },
  { given: "text/plain", described: ["*/*", "text/*", "text/csv"], want: 1 },
  { given: "image/png", described: ["text/*", "*/*"], want: 1 },
  { given: "image/png", described: ["text/*"], want: undefined },
  { given: "image/png", described: [], want: undefined },
])("$given among $described", ({ given, described, want }) => {
  expect(findDescribed(given, described)).toBe(want === undefined ? undefined : described[want]);
});
