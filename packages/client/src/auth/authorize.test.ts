import { expect, test } from "vitest";
import { secretsOf } from "../redaction.ts";
import { authorize, type Keyring, writeProof } from "./authorize.ts";
import type { Credential } from "./credential.ts";
import { cookieKey, headerKey, httpBasic, httpToken, queryKey } from "./schemes.ts";

const securitySchemes: Keyring["securitySchemes"] = {
  bearer: { write: httpToken, name: "bearer" },
  basic: { write: httpBasic, name: "basic" },
  odd: { write: httpToken, name: "DPoP" },
  header: { write: headerKey, name: "X-Key" },
  query: { write: queryKey, name: "api key" },
  cookie: { write: cookieKey, name: "session" },
};
const nothing = { headers: {}, query: [], secrets: [] };

interface Case {
  readonly name: string;
  readonly security?: readonly (readonly string[])[];
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly want: object;
}

test.each<Case>([
  {
    name: "a bearer token",
    security: [["bearer"]],
    credentials: { bearer: "t" },
    want: { headers: { authorization: "Bearer t" }, secrets: ["t"] },
  },
  {
    name: "a token of another scheme, as the description spells it",
    security: [["odd"]],
    credentials: { odd: "t" },
    want: { headers: { authorization: "DPoP t" }, secrets: ["t"] },
  },
  {
    name: "user and password, in UTF-8",
    security: [["basic"]],
    credentials: { basic: { username: "ü", password: "p" } },
    want: { headers: { authorization: "Basic w7w6cA==" }, secrets: ["p"] },
  },
  {
    name: "user and password, encoded by the caller",
    security: [["basic"]],
    credentials: { basic: "w7w6cA==" },
    want: { headers: { authorization: "Basic w7w6cA==" }, secrets: ["w7w6cA=="] },
  },
  {
    name: "keys in all places, needed together",
    security: [["header", "query", "cookie"]],
    credentials: { header: "h", query: "q&", cookie: "c;" },
    want: {
      headers: { "x-key": "h", cookie: "session=c%3B" },
      query: ["api%20key=q%26"],
      secrets: ["h", "q&", "c;"],
    },
  },
  {
    name: "a key in a cookie, as it is",
    security: [["cookie"]],
    credentials: { cookie: "s%3Aa.b+/=" },
    want: { headers: { cookie: "session=s%3Aa.b+/=" }, secrets: ["s%3Aa.b+/="] },
  },
  {
    name: "a function, asked for each call",
    security: [["bearer"]],
    credentials: { bearer: async () => "later" },
    want: { headers: { authorization: "Bearer later" }, secrets: ["later"] },
  },
  {
    name: "the first alternative that can be met",
    security: [["bearer", "header"], ["header"], ["bearer"]],
    credentials: { header: "h" },
    want: { headers: { "x-key": "h" }, secrets: ["h"] },
  },
  {
    name: "a credential rather than anonymous access",
    security: [[], ["bearer"]],
    credentials: { bearer: "t" },
    want: { headers: { authorization: "Bearer t" }, secrets: ["t"] },
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
  const proof = await authorize(operation, { securitySchemes, credentials: () => credentials });
  const draft = { path: "/", query: [], headers: {} };
  writeProof(draft, proof);
  const { headers, query } = draft;
  const secrets = secretsOf({ state: { securitySchemes: {} }, proof }).filter((one) => one !== "");
  expect({ headers, query, secrets }).toEqual({ ...nothing, ...want });
});

test.each([
  { write: queryKey, name: "api key", want: { query: ["a=1", "api%20keys=2", "api%20key=s"] } },
  {
    write: headerKey,
    name: "X-Key",
    want: { headers: { "x-key": "s", cookie: "a=1; sid=2; b=3" } },
  },
  { write: cookieKey, name: "sid", want: { headers: { "x-key": "1", cookie: "a=1; b=3; sid=s" } } },
])("a key goes in place of what is called $name", ({ write, name, want }) => {
  const query = ["a=1", "api%20key=2", "api%20keys=2", "api%20key="];
  const given = { query, headers: { "x-key": "1", cookie: "a=1; sid=2; b=3" } };
  const draft = { path: "/", ...structuredClone(given) };
  writeProof(draft, [{ scheme: { write, name }, secret: "s" }]);
  expect(draft).toEqual({ path: "/", ...given, ...want });
});
