import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Result } from "@truespec/client";
import { expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { generateInto } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

const parameter = (name: string, place: string) => ({
  ...{ name, in: place, required: true, schema: { type: "string" } },
});
const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  security: [{ "api key": [] }],
  paths: {
    "/all": {
      get: {
        operationId: "listAll",
        parameters: [
          parameter("api'key", "query"),
          parameter("q", "query"),
          parameter("api'key", "header"),
        ],
        responses: {},
      },
    },
    "/one": {
      get: { operationId: "getOne", parameters: [parameter("api'key", "query")], responses: {} },
    },
    "/open": {
      get: {
        operationId: "getOpen",
        security: [],
        parameters: [parameter("api'key", "query")],
        responses: {},
      },
    },
  },
  components: { securitySchemes: { "api key": { type: "apiKey", in: "query", name: "api'key" } } },
};

test("a credential is sent in place of the parameter that describes it again", async () => {
  const { folder } = await generateInto(await loadParts(document), { emit: ["types", "client"] });
  const client: {
    readonly createConnection: (options: object) => Connection;
    readonly listAll: (connection: Connection, input: object) => Promise<Result>;
  } = await import(join(folder, "client.ts"));
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return new Response(null, { status: 204 });
  };
  const input = { "api'key": "p", q: "a", "headerApi'key": "h" };
  for (const auth of [{}, { "api key": "s" }]) {
    await client.listAll(client.createConnection({ fetch, auth }), input);
  }
  const base = "https://x.test/all";
  expect(urls).toEqual([`${base}?api%27key=p&q=a`, `${base}?q=a&api%27key=s`]);
  const use = join(folder, "use.ts");
  const lines = [
    'import { createConnection, getOne, getOpen, listAll } from "./client.ts";',
    'const client = createConnection({ auth: { "api key": "s" } });',
    "getOne(client);",
    `getOne(client, { "api'key": "p" });`,
    `listAll(client, { q: "a", "headerApi'key": "h" });`,
    `listAll(client, { "api'key": 1, q: "a", "headerApi'key": "h" });`,
    `listAll(client, { q: "a" });`,
    "getOpen(client);",
  ];
  writeFileSync(use, lines.join("\n"));
  const found = typeCheck([use, join(folder, "client.ts")]);
  rmSync(folder, { recursive: true });
  expect(found.map((message) => /use\.ts\D*(\d+)/.exec(message)?.[1])).toEqual(["6", "7", "8"]);
});
