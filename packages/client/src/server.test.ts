import { expect, test } from "vitest";
import { ClientError } from "./error.ts";
import { chooseServer, type ServerChoice } from "./server.ts";

const servers = [
  {
    url: "https://{region}.x.test/{version}",
    variables: {
      region: { default: "eu", values: ["eu", "us"] },
      version: { default: "v1" },
    },
  },
  { url: "https://{tenant}.x.test", variables: { tenant: { default: "demo" } } },
  { url: "{base}/v2", variables: { base: { default: "https://y.test" } } },
  { url: "https://z.test/{unknown}" },
  { url: "https://z.test{path}", variables: { path: { default: "/shop/v1" } } },
  { url: "/{root}/a", variables: { root: { default: "v1" } } },
  { url: "https:{site}", variables: { site: { default: "//z.test" } } },
  { url: "https://{host}", variables: { host: { default: "z.test/v1", values: ["w.test"] } } },
  { url: "https://z.{top}", variables: { top: { default: "test" } } },
];
const [, tenant, base, unknown, path, root, site, host, top] = servers.map(({ url }) => url);

test.each<{ choice: ServerChoice | undefined; want: string }>([
  { choice: undefined, want: "https://eu.x.test/v1" },
  { choice: { variables: { region: "us" } }, want: "https://us.x.test/v1" },
  { choice: { variables: { version: "v2/beta" } }, want: "https://eu.x.test/v2/beta" },
  { choice: { variables: { region: undefined } }, want: "https://eu.x.test/v1" },
  { choice: { url: tenant, variables: { tenant: "a" } }, want: "https://a.x.test" },
  { choice: { url: base, variables: { base: "https://w.test" } }, want: "https://w.test/v2" },
  { choice: { url: unknown }, want: "https://z.test/{unknown}" },
  { choice: { url: path }, want: "https://z.test/shop/v1" },
  { choice: { url: path, variables: { path: "/shop/v2" } }, want: "https://z.test/shop/v2" },
  { choice: { url: root, variables: { root: "v2/b" } }, want: "/v2/b/a" },
  { choice: { url: site }, want: "https://z.test" },
  { choice: { url: host }, want: "https://z.test/v1" },
])("$choice: $want", ({ choice, want }) => {
  expect(chooseServer(choice, servers)).toBe(want);
});

test.each<{ choice: ServerChoice }>([
  { choice: { url: "https://evil.test" } },
  { choice: { variables: { region: "moon" } } },
  { choice: { url: tenant, variables: { tenant: "evil.test/" } } },
  { choice: { url: tenant, variables: { tenant: "me@evil.test#" } } },
  { choice: { url: tenant, variables: { tenant: "/evil.test" } } },
  { choice: { url: path, variables: { path: ".evil.test/" } } },
  { choice: { url: path, variables: { path: "@evil.test" } } },
  { choice: { url: root, variables: { root: "/evil.test" } } },
  { choice: { url: root, variables: { root: "\\evil.test" } } },
  { choice: { url: site, variables: { site: "//evil.test" } } },
  { choice: { url: path, variables: { path: "\\@evil.test" } } },
  { choice: { url: top, variables: { top: "/v1" } } },
])("$choice is refused", ({ choice }) => {
  expect(() => chooseServer(choice, servers)).toThrow(ClientError);
});
