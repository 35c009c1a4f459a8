import { expect, test } from "vitest";
import { type Authorization, authorize, type Keyring } from "./authorize.ts";

const schemes: Keyring["schemes"] = {
  bearer: { kind: "http", scheme: "bearer" },
  basic: { kind: "http", scheme: "basic" },
  odd: { kind: "http", scheme: "Vapid" },
  header: { kind: "apiKey", in: "header", name: "X-Key" },
  query: { kind: "apiKey", in: "query", name: "api key" },
  cookie: { kind: "apiKey", in: "cookie", name: "session" },
};
const nothing: Authorization = { headers: {}, query: [], cookies: [], secrets: [] };

interface Case {
  readonly name: string;
  readonly security?: readonly (readonly string[])[];
  readonly credentials: Keyring["credentials"];
  readonly want: Partial<Authorization>;
}

test.each<Case>([
  {
    name: "a bearer token",
    security: [["bearer"]],
    credentials: { bearer: "t" },
    want: { headers: { Authorization: "Bearer t" }, secrets: ["t"] },
  },
  {
    name: "a token of another scheme, as the description spells it",
    security: [["odd"]],
    credentials: { odd: "t" },
    want: { headers: { Authorization: "Vapid t" }, secrets: ["t"] },
  },
  {
    name: "user and password, in UTF-8",
    security: [["basic"]],
    credentials: { basic: { username: "ü", password: "p" } },
    want: { headers: { Authorization: "Basic w7w6cA==" }, secrets: ["p", "w7w6cA=="] },
  },
  {
    name: "user and password, encoded by the caller",
    security: [["basic"]],
    credentials: { basic: "w7w6cA==" },
    want: { headers: { Authorization: "Basic w7w6cA==" }, secrets: ["w7w6cA=="] },
  },
  {
    name: "keys in all places, needed together",
    security: [["header", "query", "cookie"]],
    credentials: { header: "h", query: "q&", cookie: "c;" },
    want: {
      headers: { "X-Key": "h" },
      query: ["api%20key=q%26"],
      cookies: ["session=c%3B"],
      secrets: ["h", "q&", "c;"],
    },
  },
  {
    name: "a function, asked for each call",
    security: [["bearer"]],
    credentials: { bearer: async () => "later" },
    want: { headers: { Authorization: "Bearer later" }, secrets: ["later"] },
  },
  {
    name: "the first alternative that can be met",
    security: [["bearer", "header"], ["header"], ["bearer"]],
    credentials: { header: "h" },
    want: { headers: { "X-Key": "h" }, secrets: ["h"] },
  },
  {
    name: "a credential rather than anonymous access",
    security: [[], ["bearer"]],
    credentials: { bearer: "t" },
    want: { headers: { Authorization: "Bearer t" }, secrets: ["t"] },
  },
  { name: "no security", credentials: { bearer: "t" }, want: {} },
  { name: "nothing given", security: [["bearer"]], credentials: {}, want: {} },
  {
    name: "undefined given",
    security: [["bearer"]],
    credentials: { bearer: undefined },
    want: {},
  },
  {
    name: "a scheme that nobody describes",
    security: [["toString"]],
    credentials: { toString: "t" },
    want: {},
  },
])("$name", async ({ security, credentials, want }) => {
  const operation = { method: "GET", path: "/", ...(security === undefined ? {} : { security }) };
  expect(await authorize(operation, { schemes, credentials })).toEqual({ ...nothing, ...want });
});
