import { expect, test } from "vitest";
import type { Operation } from "../operation.ts";
import { nextByCursor, nextByLink, nextByOffset, nextByPage, nextByUrl } from "./next.ts";
import type { Page, Paging } from "./paging.ts";

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
const response = new Response("");
const about = { status: 200, mediaType: "application/json", requestId: undefined, response };

/** A page that held one item. */
function pageOf(paging: Partial<Paging>, given: Page["input"], data: unknown): Page {
  const result = { ok: true, data, ...about, operation: "GET /things" } as const;
  const whole = { next: nextByPage, items: [], accept: "application/json", parameter: "p" };
  return { paging: { ...whole, ...paging }, operation, input: given, result, items: [1] };
}

test.each([
  { next: nextByPage, given: {}, want: 2 },
  { next: nextByPage, given: { p: "4" }, want: 5 },
  { next: nextByPage, paging: { start: 0 }, given: {}, want: 1 },
  { next: nextByOffset, given: {}, want: 1 },
  { next: nextByOffset, given: { p: 5 }, want: 6 },
  { next: nextByOffset, paging: { total: ["n"] }, given: { p: 5 }, data: { n: 7 }, want: 6 },
  {
    next: nextByOffset,
    paging: { total: ["n"] },
    given: { p: 5 },
    data: { n: 6 },
    want: undefined,
  },
  {
    next: nextByCursor,
    paging: { says: ["to", "c"] },
    given: {},
    data: { to: { c: "x" } },
    want: "x",
  },
  { next: nextByCursor, paging: { says: ["c"] }, given: {}, data: { c: "" }, want: undefined },
  { next: nextByCursor, paging: { says: ["c"] }, given: {}, data: { c: null }, want: undefined },
  { next: nextByCursor, paging: { says: ["c"] }, given: {}, data: {}, want: undefined },
  { next: nextByCursor, paging: { says: ["toString"] }, given: {}, data: {}, want: undefined },
])("$next.name after $given with $data: $want", ({ next, paging = {}, given, data, want }) => {
  const found = next(pageOf(paging, given, data));
  expect(found).toEqual(want === undefined ? undefined : { input: { ...given, p: want } });
});

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
