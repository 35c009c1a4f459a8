import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import {
  type ChangeRow,
  describeMembers,
  json,
  ok,
  string,
  tellChange,
} from "../../test/change-rows.ts";
import { describe as load, withMembers } from "../../test/folder.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

const body = (requestBody: object) => ({ get: { requestBody } });
const parts = (media: object) =>
  body({
    content: { "multipart/form-data": { schema: { properties: { a: {}, b: {} } }, ...media } },
  });
const responses = (all: object) => ({ get: { responses: all } });
const headers = (all: object) => responses({ 200: { ...ok, headers: all } });

const rows: readonly ChangeRow[] = [
  // Request bodies
  {
    name: "an optional body more",
    before: { get: {} },
    after: body({ content: json(string) }),
    want: ["additive request-body-added"],
  },
  {
    name: "a required body more",
    before: { get: {} },
    after: body({ required: true, content: json(string) }),
    want: ["breaking request-body-added"],
  },
  {
    name: "a body less",
    before: body({ content: json(string) }),
    after: { get: {} },
    want: ["breaking request-body-removed"],
  },
  {
    name: "a body becomes required",
    before: body({ content: json(string) }),
    after: body({ required: true, content: json(string) }),
    want: ["breaking request-body-required"],
  },
  {
    name: "a body becomes optional",
    before: body({ required: true, content: json(string) }),
    after: body({ content: json(string) }),
    want: ["additive request-body-optional"],
  },
  {
    name: "a media type more in a body",
    before: body({ content: json(string) }),
    after: body({ content: { ...json(string), "text/plain": { schema: string } } }),
    want: ["additive media-type-added"],
  },
  {
    name: "a media type for another in a body",
    before: body({ content: json(string) }),
    after: body({ content: { "text/plain": { schema: string } } }),
    want: ["breaking media-type-removed", "additive media-type-added"],
  },
  {
    name: "a media type range takes what it covers",
    before: body({ content: json(string) }),
    after: body({ content: { "application/*": { schema: string } } }),
    want: [],
  },
  {
    name: "parts are written otherwise",
    before: parts({ encoding: { a: { style: "form" }, b: { contentType: "image/png" }, d: {} } }),
    after: parts({ encoding: { a: { explode: false }, b: { contentType: "image/*" }, d: {} } }),
    want: ["breaking part-serialization", "breaking part-serialization"],
  },
  {
    name: "how a part is written is said now, and no longer",
    before: parts({ encoding: { a: { style: "deepObject" } } }),
    after: parts({ encoding: { b: { contentType: "image/png" }, c: { style: "form" } } }),
    want: ["undecided part-serialization", "undecided part-serialization"],
  },
  {
    name: "parts by their position",
    before: body({
      content: { "multipart/mixed": { prefixEncoding: [{ contentType: "image/png" }] } },
    }),
    after: body({
      content: { "multipart/mixed": { prefixEncoding: [{ contentType: "text/css" }] } },
    }),
    want: ["breaking part-serialization"],
  },
  {
    name: "parts of parts",
    before: parts({ encoding: { a: { encoding: { b: { contentType: "image/png" } } } } }),
    after: parts({ encoding: { a: { encoding: { b: { contentType: "text/css" } } } } }),
    want: ["breaking part-serialization"],
  },
  {
    name: "what says the same of parts",
    before: parts({ encoding: { a: { style: "form" } } }),
    after: parts({ encoding: { a: { style: "form", explode: true } } }),
    want: [],
  },
  // Responses
  {
    name: "an error more",
    before: responses({ 200: ok }),
    after: responses({ 200: ok, 404: ok }),
    want: ["additive response-added"],
  },
  {
    name: "a success more",
    before: responses({ 200: ok }),
    after: responses({ 200: ok, 201: ok }),
    want: ["breaking response-added"],
  },
  {
    name: "a success less",
    before: responses({ 200: ok, 201: ok }),
    after: responses({ 201: ok }),
    want: ["breaking response-removed"],
  },
  {
    name: "an error less",
    before: responses({ 200: ok, 404: ok }),
    after: responses({ 200: ok }),
    want: ["additive response-removed"],
  },
  {
    name: "errors of a range less",
    before: responses({ 200: ok, "4XX": ok }),
    after: responses({ 200: ok }),
    want: ["additive response-removed"],
  },
  {
    name: "a success that a range covered",
    before: responses({ "2XX": { ...ok, content: json(string) } }),
    after: responses({ 200: { ...ok, content: json({ type: "integer" }) } }),
    want: ["breaking type"],
  },
  {
    name: "an error that the default covered",
    before: responses({ 200: ok, default: { ...ok, content: json(string) } }),
    after: responses({
      200: ok,
      default: { ...ok, content: json(string) },
      404: { ...ok, content: json({ type: ["string", "null"] }) },
    }),
    want: ["breaking null-added"],
  },
  {
    name: "an error that the default covers now",
    before: responses({ 200: ok, 404: { ...ok, content: json(string) } }),
    after: responses({ 200: ok, default: { ...ok, content: json(string) } }),
    want: ["additive response-added"],
  },
  {
    name: "a media type more in a response",
    before: responses({ 200: { ...ok, content: json(string) } }),
    after: responses({ 200: { ...ok, content: { ...json(string), "text/csv": {} } } }),
    want: ["additive media-type-added"],
  },
  {
    name: "a media type less in a response",
    before: responses({ 200: { ...ok, content: { ...json(string), "text/csv": {} } } }),
    after: responses({ 200: { ...ok, content: json(string) } }),
    want: ["breaking media-type-removed"],
  },
  {
    name: "a response loses its schema",
    before: responses({ 200: { ...ok, content: json(string) } }),
    after: responses({ 200: { ...ok, content: { "application/json": {} } } }),
    want: ["breaking type"],
  },
  {
    name: "the default less, and no status in its place",
    before: responses({ 200: ok, default: ok }),
    after: responses({ 200: ok }),
    want: ["additive response-removed"],
  },
  {
    name: "a header more",
    before: headers({}),
    after: headers({ "X-A": { schema: string } }),
    want: ["additive header-added"],
  },
  {
    name: "a header less",
    before: headers({ "X-A": { schema: string } }),
    after: headers({}),
    want: ["breaking header-removed"],
  },
  {
    name: "a header is deprecated, and written otherwise",
    before: headers({ "X-A": { schema: { type: "object" } } }),
    after: headers({ "X-A": { deprecated: true, explode: true, schema: { type: "object" } } }),
    want: ["breaking header-serialization", "informational header-deprecated"],
  },
  {
    name: "a header in another case",
    before: headers({ "X-A": { schema: string } }),
    after: headers({ "x-a": { schema: string } }),
    want: [],
  },
  {
    name: "a header becomes optional",
    before: headers({ "X-A": { required: true, schema: string } }),
    after: headers({ "X-A": { schema: string } }),
    want: ["breaking header-optional"],
  },
  {
    name: "a header becomes required",
    before: headers({ "X-A": { schema: string } }),
    after: headers({ "X-A": { required: true, schema: string } }),
    want: ["additive header-required"],
  },
  {
    name: "a header of another type",
    before: headers({ "X-A": { schema: string } }),
    after: headers({ "X-A": { schema: { type: "integer" } } }),
    want: ["breaking type"],
  },
];

test.each(rows)("$name", async (row) => {
  const { want, bump } = row;
  expect(await tellChange(row)).toEqual({ want, ...(bump === undefined ? {} : { bump }) });
});

test("one cause is one change, and names its operations", async () => {
  const content = json({ $ref: "#/components/schemas/A" });
  const of = (A: JsonValue) =>
    load(
      withMembers({
        paths: {
          "/x": { get: { responses: { 200: { ...ok, content } } } },
          "/y": { get: { responses: { 200: { ...ok, content } } } },
          "/z": { get: { responses: { 200: ok } } },
        },
        components: { schemas: { A, Unused: { type: typeof A } } },
      }),
    );
  const diff = diffDescriptions(await of({ type: "string" }), await of({ type: "integer" }));
  expect(diff).toEqual({
    bump: "major",
    changes: [
      {
        kind: "type",
        class: "breaking",
        operation: "GET /x",
        operations: ["GET /x", "GET /y"],
        direction: "response",
        pointer: "/components/schemas/A",
        message: "the type was string, and is integer now",
      },
    ],
  });
});

test("names of an object's own are names like any other", async () => {
  const of = (type: string) => {
    const schema = JSON.parse(
      `{"type":"object","properties":{"constructor":{"type":"${type}"},"toString":{"type":"string"}}}`,
    );
    return describeMembers(responses({ 200: { ...ok, content: json(schema) } }));
  };
  const diff = diffDescriptions(await of("string"), await of("integer"));
  expect(diff.changes.map(({ pointer }) => pointer.split("/").at(-1))).toEqual(["constructor"]);
});
