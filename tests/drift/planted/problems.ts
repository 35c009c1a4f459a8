import { answer, exchange, object, type Scenario } from "./scenario.ts";

const schema = object({ id: {} });
const page = "<!DOCTYPE html><html><body>Just a moment</body></html>";
const ok = exchange({ id: 1 });

/** What is no drift: the answer did not come through. */
export const problems: readonly Scenario[] = [
  {
    name: "a body that breaks off",
    schema,
    exchanges: [exchange('{"id":1,"data":[{"a":'), ok],
    want: [],
    problems: ["truncated"],
  },
  {
    name: "a body that is no JSON",
    schema,
    exchanges: [exchange("{id: 1}"), ok],
    want: [],
    problems: ["unreadable"],
  },
  {
    name: "an empty body where JSON is due",
    schema,
    exchanges: [exchange(undefined), ok],
    want: [],
    problems: ["truncated"],
  },
  {
    name: "a page of a gateway with 200",
    schema,
    exchanges: [exchange(page, { mediaType: "text/html; charset=utf-8" }), ok],
    want: [],
    problems: ["html-page"],
  },
  {
    name: "a page that calls itself JSON",
    schema,
    exchanges: [exchange(page), ok],
    want: [],
    problems: ["html-page"],
  },
  {
    name: "a page with a status that is not described",
    schema,
    exchanges: [exchange(page, { status: 503, mediaType: "text/html" }), ok],
    want: [],
    problems: ["html-page"],
  },
  {
    name: "a page that is described is none",
    operation: {
      responses: {
        "200": answer(schema),
        "503": { description: "x", content: { "text/html": {} } },
      },
    },
    exchanges: [exchange(page, { status: 503, mediaType: "text/html" }), ok],
    want: [],
  },
  {
    name: "a status that the description documents is never a problem",
    operation: { responses: { "200": answer(schema), "401": answer({}) } },
    exchanges: [exchange({ error: "x" }, { status: 401 }), ok],
    want: [],
  },
  {
    name: "a 401 that somebody else's request got is news",
    schema,
    exchanges: [exchange({ error: "x" }, { status: 401 }), ok],
    want: [
      'additive undocumented-status [GET /things response 401 application/json] (body) 1/2 ["401"]',
    ],
  },
  {
    name: "drift and a broken body beside it",
    schema,
    exchanges: [exchange({ id: 1, more: 2 }), exchange('{"id"')],
    want: ["additive undocumented-field /more 1/1"],
    problems: ["truncated"],
  },
];
