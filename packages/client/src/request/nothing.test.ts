import { expect, test } from "vitest";
import { createConnection } from "../connection.ts";
import { plainCookie } from "./cookie.ts";
import type { Parameter } from "./parameter.ts";
import { prepareRequest } from "./prepare.ts";
import { cookie, deepObject, styledHeader, styledPath, styledQuery } from "./style.ts";

const query = { name: "p", in: "query", write: styledQuery } as const;
const path = { name: "p", in: "path", write: styledPath } as const;
const inCookie = { name: "p", in: "cookie", write: cookie } as const;

/** What a request holds of `[null, "a", undefined]`. */
test.each<{ parameter: Parameter; want: string }>([
  { parameter: { name: "p", in: "query" }, want: "?p=a" },
  { parameter: query, want: "?p=a" },
  { parameter: { ...query, explode: false }, want: "?p=a" },
  { parameter: { ...query, style: "pipeDelimited" }, want: "?p=a" },
  { parameter: { ...query, write: deepObject }, want: "?p%5B1%5D=a" },
  { parameter: { name: "p", in: "path" }, want: "a" },
  { parameter: { ...path, style: "label", explode: true }, want: ".a" },
  { parameter: { ...path, style: "matrix" }, want: ";p=a" },
  { parameter: { name: "p", in: "header" }, want: "p: a" },
  { parameter: { name: "p", in: "header", write: styledHeader }, want: "p: a" },
  { parameter: inCookie, want: "cookie: p=a" },
  { parameter: { ...inCookie, write: plainCookie, explode: false }, want: "cookie: p=a" },
])("$parameter holds no null of an array, and nothing at all where no more is in it", (row) => {
  const { parameter, want } = row;
  expect(sent(parameter, [null, "a", undefined])).toBe(want);
  for (const empty of [[], [null], {}, { a: undefined }]) {
    const holds = () => sent(parameter, empty);
    if (parameter.in === "path")
      expect(holds).toThrow('the path parameter "p" is missing or empty');
    else expect(holds()).toBe("");
  }
});

/** What a parameter makes of a request, beside what is there without it. */
function sent(parameter: Parameter, p: unknown): string {
  const { "~connection": state } = createConnection({}, { baseUrl: "", securitySchemes: {} });
  const operation = {
    method: "GET",
    path: parameter.in === "path" ? "{p}" : "",
    parameters: [parameter],
  };
  const given = { input: { p }, options: {}, url: undefined, proof: [] };
  const { url, headers } = prepareRequest({ state, operation, ...given });
  return [url, ...Object.entries(headers).map((entry) => entry.join(": "))].join("");
}
