import { expect, test } from "vitest";
import type { Operation } from "../operation.ts";
import { nextByLink, nextByUrl } from "./next.ts";
import type { Paging } from "./paging.ts";

const operation: Operation = {
  method: "GET",
  path: "/things",
  parameters: [
    { name: "page", in: "query", key: "queryPage" },
    "q",
    { name: "trace", in: "header" },
  ],
};
const input = { q: "a b", trace: "t" };

test.each([
  {
    name: "parameters of the operation alone: an input, at the call's own host and path",
    link: "https://elsewhere.example/v1/things?page=2&q=other#end",
    want: { input: { ...input, queryPage: "2" } },
  },
  {
    name: "a relative URL",
    link: "/v1/things?page=2",
    want: { input: { ...input, queryPage: "2" } },
  },
  { name: "a query alone", link: "?page=2", want: { input: { ...input, queryPage: "2" } } },
  { name: "something that nobody describes", link: "/things?page=2&snapshot=1" },
  { name: "a header's name", link: "/things?page=2&trace=1" },
  { name: "no page", link: "/things?q=a" },
  { name: "no query", link: "/things/2" },
  { name: "a name that every object has", link: "/things?page=2&__proto__=1" },
])("a link with $name", ({ link, want = { input, link } }) => {
  const paging: Paging = {
    next: nextByUrl,
    items: [],
    accept: "application/json",
    parameter: "queryPage",
    says: ["next"],
  };
  const headers = { link: `<${link}>; rel="next"` };
  const response = new Response("", { headers });
  const about = { status: 200, mediaType: "application/json", requestId: undefined, response };
  const called = { ...about, operation: "GET /things" };
  const result = { ok: true, data: { next: link }, ...called } as const;
  const page = { paging, operation, input, result, items: [] };
  expect(nextByUrl(page)).toEqual(want);
  expect(nextByLink(page)).toEqual(want);
});
