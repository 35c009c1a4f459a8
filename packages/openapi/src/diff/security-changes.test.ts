import { expect, test } from "vitest";
import { type ChangeRow, describeMembers, tellChange } from "../../test/change-rows.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

const key = { type: "apiKey", in: "header", name: "X-Key" };
const basic = { type: "http", scheme: "basic" };
const flow = (more: object = {}) => ({
  type: "oauth2",
  flows: { clientCredentials: { tokenUrl: "/token", scopes: { r: "", w: "" }, ...more } },
});
const secured = (security: readonly object[] | undefined, securitySchemes: object = {}) => ({
  get: security === undefined ? {} : { security },
  components: { securitySchemes: { key, basic, oauth: flow(), ...securitySchemes } },
});
const servers = (...urls: readonly string[]) => ({
  get: {},
  servers: urls.map((url) => ({ url })),
});
const variable = (region: object) => ({
  get: {},
  servers: [{ url: "https://{region}.example.com", variables: { region } }],
});

const rows: readonly ChangeRow[] = [
  // Security
  {
    name: "a key elsewhere",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { key: { ...key, in: "query" } }),
    want: ["breaking security-scheme"],
  },
  {
    name: "a header in another case",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { key: { ...key, name: "x-key" } }),
    want: [],
  },
  {
    name: "a parameter of the query in another case",
    before: secured([{ key: [] }], { key: { ...key, in: "query" } }),
    after: secured([{ key: [] }], { key: { ...key, in: "query", name: "x-key" } }),
    want: ["breaking security-scheme"],
  },
  {
    name: "another OpenID Connect URL",
    before: secured([{ id: [] }], { id: { type: "openIdConnect", openIdConnectUrl: "/a" } }),
    after: secured([{ id: [] }], { id: { type: "openIdConnect", openIdConnectUrl: "/b" } }),
    want: ["breaking security-scheme"],
  },
  {
    name: "a flow for another",
    before: secured([{ oauth: [] }]),
    after: secured([{ oauth: [] }], {
      oauth: { type: "oauth2", flows: { password: flow().flows.clientCredentials } },
    }),
    want: ["breaking security-scheme"],
  },
  {
    name: "credentials are needed now",
    before: secured(undefined),
    after: secured([{ key: [] }]),
    want: ["breaking security-added"],
  },
  {
    name: "no credentials are needed now",
    before: secured([{ key: [] }]),
    after: secured([]),
    want: ["additive security-removed"],
  },
  {
    name: "other credentials will do too",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }, { basic: [] }]),
    want: ["additive security-alternative-added"],
  },
  {
    name: "some credentials will not do any more",
    before: secured([{ key: [] }, { basic: [] }]),
    after: secured([{ key: [] }]),
    want: ["breaking security-alternative-removed"],
  },
  {
    name: "two are needed where one was enough",
    before: secured([{ key: [] }]),
    after: secured([{ key: [], basic: [] }]),
    want: ["breaking security-alternative-removed", "additive security-alternative-added"],
  },
  {
    name: "one is enough where two were needed",
    before: secured([{ key: [], basic: [] }]),
    after: secured([{ key: [] }]),
    want: ["additive security-alternative-added"],
  },
  {
    name: "a scope more",
    before: secured([{ oauth: ["r"] }]),
    after: secured([{ oauth: ["r", "w"] }]),
    want: ["breaking security-scope-added"],
  },
  {
    name: "a scope less",
    before: secured([{ oauth: ["r", "w"] }]),
    after: secured([{ oauth: ["r"] }]),
    want: ["additive security-scope-removed"],
  },
  {
    name: "a scheme of another kind",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { key: { type: "http", scheme: "bearer" } }),
    want: ["breaking security-scheme"],
  },
  {
    name: "a scheme with another name",
    before: secured([{ key: [] }]),
    after: {
      ...secured([{ token: [] }]),
      components: { securitySchemes: { token: { ...key, description: "x" } } },
    },
    want: [],
  },
  {
    name: "another token URL",
    before: secured([{ oauth: [] }]),
    after: secured([{ oauth: [] }], { oauth: flow({ tokenUrl: "/new" }) }),
    want: ["breaking security-scheme"],
  },
  {
    name: "a scope that no flow grants any more",
    before: secured([{ oauth: [] }]),
    after: secured([{ oauth: [] }], { oauth: flow({ scopes: { r: "" } }) }),
    want: ["breaking security-scheme"],
  },
  {
    name: "a scheme that nobody uses",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { basic: { type: "http", scheme: "bearer" } }),
    want: [],
  },
  {
    name: "the header of a key in another case",
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { key: { ...key, name: "x-key" } }),
    want: [],
  },
  // Servers
  {
    name: "a server more",
    before: servers("https://a.example"),
    after: servers("https://a.example", "https://b.example"),
    want: ["additive server-added"],
  },
  {
    name: "a server less",
    before: servers("https://a.example", "https://b.example"),
    after: servers("https://a.example"),
    want: ["breaking server-removed"],
  },
  {
    name: "another server first",
    before: servers("https://a.example", "https://b.example"),
    after: servers("https://b.example", "https://a.example"),
    want: ["informational server-default"],
  },
  {
    name: "servers that are spelt otherwise",
    before: servers("https://a.example/v1", "/v1"),
    after: servers("HTTPS://A.example:443/v1/", "/v1/"),
    want: [],
  },
  {
    name: "a server that a variable's default leads to",
    before: servers("https://eu.example.com/"),
    after: variable({ default: "eu" }),
    want: ["additive server-added"],
  },
  {
    name: "a server that a variable led to, and others with it",
    before: variable({ default: "eu" }),
    after: servers("https://eu.example.com"),
    want: ["breaking server-removed"],
  },
  {
    name: "a server variable loses a value",
    before: variable({ default: "eu", enum: ["eu", "us"] }),
    after: variable({ default: "eu", enum: ["eu"] }),
    want: ["breaking server-variable"],
  },
  {
    name: "a server variable gains a value",
    before: variable({ default: "eu", enum: ["eu"] }),
    after: variable({ default: "eu", enum: ["eu", "us"] }),
    want: ["additive server-variable"],
  },
  {
    name: "another default of a server variable",
    before: variable({ default: "eu" }),
    after: variable({ default: "us" }),
    want: ["informational server-default"],
  },
];

test.each(rows)("$name", async (row) => {
  const { want, bump } = row;
  expect(await tellChange(row)).toEqual({ want, ...(bump === undefined ? {} : { bump }) });
});

test("the end of anonymous access tells what is needed now", async () => {
  const before = await describeMembers(secured([{ key: [] }, {}]));
  const after = await describeMembers(secured([{ key: [] }]));
  const [change] = diffDescriptions(before, after).changes;
  expect(change?.message).toBe('anonymous access ended: "key" is needed now');
});
