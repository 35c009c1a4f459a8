import type { JsonObject } from "@truespec/json-schema";
import { answer, bodies, exchange, object, type Scenario, times } from "./scenario.ts";

const ok = answer(object({}, { additionalProperties: true }));
const responses = (more: JsonObject): JsonObject => ({ responses: { "200": ok, ...more } });

const header = (name: string, severity: string): Scenario => ({
  name: `the header ${name}`,
  operation: responses({}),
  exchanges: [exchange({}, { headers: { [name]: "1" } }), exchange({})],
  want: [
    `${severity} undocumented-header [GET /things response 200 -] (body) 1/2 ["${name.toLowerCase()}"]`,
  ],
});

const status = (code: number, count: number, severity: string): Scenario => ({
  name: `status ${code}, ${count} times`,
  operation: responses({}),
  exchanges: [...times(count, exchange({}, { status: code })), exchange({})],
  want: [
    `${severity} undocumented-status [GET /things response ${code} application/json] (body) ${count}/${count + 1} ["${code}"]`,
  ],
});

/** Statuses, media types and headers. */
export const answersBeyond: readonly Scenario[] = [
  ...["Deprecation", "Sunset", "Retry-After", "RateLimit-Limit", "RateLimit-Policy"].map((name) =>
    header(name, "additive"),
  ),
  ...["X-RateLimit-Remaining", "Link", "RateLimit"].map((name) => header(name, "additive")),
  ...["X-Total-Count", "X-Model"].map((name) => header(name, "informational")),
  ...[404, 409].map((code) => status(code, 1, "additive")),
  ...[201, 203, 302].map((code) => status(code, 1, "breaking")),
  status(500, 4, "undecided"),
  status(503, 5, "additive"),
  {
    name: "status 500 in two media types: five exchanges in all are believed",
    operation: responses({}),
    exchanges: [
      ...times(3, exchange({}, { status: 500 })),
      ...times(2, exchange("x", { status: 500, mediaType: "text/plain" })),
    ],
    want: [
      'additive undocumented-status [GET /things response 500 application/json] (body) 3/5 ["500"]',
      'additive undocumented-status [GET /things response 500 text/plain] (body) 2/5 ["500"]',
    ],
  },
  {
    name: "statuses that 4XX and default document",
    operation: responses({ "4XX": ok, default: ok }),
    exchanges: [404, 418, 500, 201].map((code) => exchange({}, { status: code })),
    want: [],
  },
  {
    name: "what 4XX describes is looked at, and called by its key",
    operation: responses({ "4XX": answer(object({ error: {} })) }),
    exchanges: [404, 418].map((code) => exchange({ error: 1, hint: 2 }, { status: code })),
    want: ["additive undocumented-field [GET /things response 4XX application/json] /hint 2/2"],
  },
  {
    name: "a status of its own goes before 4XX",
    operation: responses({
      "4XX": answer(object({ error: {} })),
      "404": answer(object({ no: {} })),
    }),
    exchanges: [exchange({ no: 1 }, { status: 404 })],
    want: [],
  },
  {
    name: "a media type that is not described",
    operation: responses({}),
    exchanges: [exchange("a,b", { mediaType: "text/csv; charset=utf-8" }), exchange({})],
    want: [
      'breaking undocumented-media-type [GET /things response 200 text/csv] (body) 1/2 ["text/csv"]',
    ],
  },
  {
    name: "an RSS feed where JSON alone is described",
    operation: responses({}),
    exchanges: [exchange("<rss/>", { mediaType: "application/rss+xml" })],
    want: [
      'breaking undocumented-media-type [GET /things response 200 application/rss+xml] (body) 1/1 ["application/rss+xml"]',
    ],
  },
  {
    name: "a media type of an error",
    operation: responses({ "4XX": ok }),
    exchanges: [exchange({}, { status: 404, mediaType: "application/problem+json" })],
    want: [
      'additive undocumented-media-type [GET /things response 4XX application/problem+json] (body) 1/1 ["application/problem+json"]',
    ],
  },
  {
    name: "a body where none is described is no news of a media type's schema",
    operation: { responses: { "200": { description: "x" } } },
    exchanges: bodies({ a: 1 }),
    want: ['breaking undocumented-media-type (body) 1/1 ["application/json"]'],
  },
  {
    name: "two media types of one status, each with its own schema",
    operation: {
      responses: {
        "200": {
          description: "x",
          content: {
            "application/json": { schema: object({ a: {} }) },
            "application/vnd.things+json": { schema: object({ b: {} }) },
          },
        },
      },
    },
    exchanges: [
      exchange({ a: 1 }),
      exchange({ b: 1, a: 1 }, { mediaType: "application/vnd.things+json" }),
    ],
    want: [
      "additive undocumented-field [GET /things response 200 application/vnd.things+json] /a 1/1",
    ],
  },
  {
    name: "an undocumented status with a page that nobody declared is a problem",
    operation: responses({}),
    exchanges: [
      exchange("<!doctype html><title>Bad gateway</title>", {
        status: 502,
        mediaType: "text/html",
      }),
      exchange({}),
    ],
    want: [],
    problems: ["html-page"],
  },
];
