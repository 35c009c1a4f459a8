import { expect, test } from "vitest";
import { loadParts } from "../../../../../tests/harness/load-parts.ts";
import { keyParameters } from "../../names/parameters.ts";
import { findPaging } from "./find-paging.ts";

type Parts = Readonly<Record<string, object>>;

interface Case {
  readonly name: string;
  readonly query: Parts;
  readonly data: object;
  readonly headers?: Parts;
  readonly want: object | undefined;
}

const integer = { type: "integer" };
const text = { type: "string" };
const list = { type: "array", items: {} };
const object = (properties: Parts) => ({ type: "object", properties });

test.each<Case>([
  {
    name: "offset and total",
    query: { offset: { ...integer, default: 0 }, limit: integer },
    data: object({ data: list, total_count: integer }),
    want: {
      next: "nextByOffset",
      items: ["data"],
      parameter: "offset",
      start: 0,
      size: "limit",
      total: ["total_count"],
    },
  },
  {
    name: "page numbers",
    query: { "page[number]": integer, "page[size]": integer },
    data: object({ data: list, meta: object({ hasMore: { type: "boolean" } }) }),
    want: {
      next: "nextByPage",
      items: ["data"],
      parameter: "page[number]",
      size: "page[size]",
      says: ["meta", "hasMore"],
    },
  },
  {
    name: "a cursor, in a composed schema",
    query: { cursor: text },
    data: {
      allOf: [
        object({ things: list }),
        object({ response_metadata: object({ next_cursor: { type: ["string", "null"] } }) }),
      ],
    },
    want: {
      next: "nextByCursor",
      items: ["things"],
      parameter: "cursor",
      says: ["response_metadata", "next_cursor"],
    },
  },
  {
    name: "a cursor that is called offset",
    query: { offset: text },
    data: object({ data: list, next_page: object({ offset: text, uri: text }) }),
    want: {
      next: "nextByCursor",
      items: ["data"],
      parameter: "offset",
      says: ["next_page", "offset"],
    },
  },
  {
    name: "a URL in the data",
    query: { page: integer },
    data: object({ results: list, links: object({ next: text }) }),
    want: { next: "nextByUrl", items: ["results"], parameter: "page", says: ["links", "next"] },
  },
  {
    name: "a URL that only its description tells from a cursor",
    query: { offset: text, limit: text },
    data: object({ next: { ...text, description: "The URI of the next page." }, orders: list }),
    want: {
      next: "nextByUrl",
      items: ["orders"],
      parameter: "offset",
      size: "limit",
      says: ["next"],
    },
  },
  {
    name: "a link beside a cursor",
    query: { cursor: text },
    data: object({ data: list, links: object({ next: text }), meta: object({ cursor: text }) }),
    want: { next: "nextByCursor", items: ["data"], parameter: "cursor", says: ["meta", "cursor"] },
  },
  {
    name: "a link, though the parameter is a cursor",
    query: { cursor: text },
    data: object({ data: list, links: object({ next: text }) }),
    want: { next: "nextByUrl", items: ["data"], parameter: "cursor", says: ["links", "next"] },
  },
  {
    name: "a cursor whose description speaks of a URL",
    query: { page_token: text },
    data: object({ data: list, next_page_token: { ...text, description: "For the URL." } }),
    want: {
      next: "nextByCursor",
      items: ["data"],
      parameter: "page_token",
      says: ["next_page_token"],
    },
  },
  {
    name: "the header Link",
    query: { page: integer, per_page: integer },
    data: list,
    headers: { Link: { schema: text } },
    want: { next: "nextByLink", items: [], parameter: "page", size: "per_page" },
  },
  {
    name: "the last item",
    query: { starting_after: text, limit: integer },
    data: object({ data: list, has_more: { type: "boolean" } }),
    want: {
      next: "nextByLastItem",
      items: ["data"],
      parameter: "starting_after",
      size: "limit",
      says: ["has_more"],
    },
  },
  { name: "a list that does not go on", query: { q: text }, data: list, want: undefined },
  {
    name: "a page without a list",
    query: { page: integer },
    data: object({ a: text }),
    want: undefined,
  },
  {
    name: "two lists, and nothing that says which",
    query: { page: integer },
    data: object({ apples: list, pears: list }),
    want: undefined,
  },
  {
    name: "a thing that has a list",
    query: { page: integer },
    data: object({ id: integer, label: text, tags: list }),
    want: undefined,
  },
  { name: "a page that is a text", query: { page: text }, data: list, want: undefined },
])("$name", async ({ query, data, headers = {}, want }) => {
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {
      "/a": {
        get: {
          parameters: Object.entries(query).map(([name, schema]) => ({
            name,
            in: "query",
            schema,
          })),
          responses: {
            200: { description: "", headers, content: { "application/json": { schema: data } } },
          },
        },
      },
    },
  };
  const description = await loadParts(document);
  const [operation] = description.operations;
  if (operation === undefined) throw new Error("expected an operation");
  const found = findPaging(description, { operation, parameters: keyParameters(operation) });
  if (found === undefined) {
    expect(want).toBeUndefined();
  } else {
    const { response, media, ...way } = found;
    expect(way).toEqual(want);
    expect([response.status, media.mediaType]).toEqual(["200", "application/json"]);
  }
});
