import { afterAll, beforeAll, expect, test } from "vitest";
import { type GeneratedApi, generateApi } from "./generated-api.ts";

const json = (schema: object) => ({ "application/json": { schema } });
const event = { $ref: "#/components/schemas/Event" };
const callbacks = {
  onData: {
    "{$request.query.url}/a%20#b": {
      post: {
        requestBody: { content: json(event) },
        responses: { 200: { content: json({ type: "string" }) } },
      },
    },
  },
  shared: { $ref: "#/components/callbacks/shared" },
};
const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {
    "/streams": { post: { operationId: "openStream", responses: {}, callbacks } },
    "/others": {
      post: { operationId: "openOther", responses: {}, callbacks: { shared: callbacks.shared } },
    },
  },
  webhooks: {
    "new-pet": {
      post: {
        parameters: [
          { name: "X-Signature", in: "header", required: true, schema: { type: "string" } },
        ],
        requestBody: { required: true, content: json(event) },
        responses: { 204: {} },
      },
    },
    ping: {
      put: { requestBody: { content: json({ type: "number" }) }, responses: {} },
      post: {
        operationId: "openStream",
        requestBody: { content: json({ const: "ping" }) },
        responses: {},
      },
    },
  },
  components: {
    callbacks: {
      shared: {
        "{$request.body#/url}": {
          post: { requestBody: { content: json({ type: "array" }) }, responses: {} },
        },
      },
    },
    schemas: {
      Event: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string", readOnly: true } },
      },
      OnDataRequestBody: { type: "string" },
      callbacks: { type: "string" },
    },
  },
};

let api: GeneratedApi;

beforeAll(async () => {
  api = await generateApi(document);
});
afterAll(() => api.remove());

test.each([
  { name: "NewPetRequest", valid: { id: "1" }, invalid: {} },
  { name: "PutPingRequest", valid: 1, invalid: "1" },
  { name: "OpenStream2Request", valid: "ping", invalid: "pong" },
  { name: "OnData2Request", valid: { id: "1" }, invalid: { id: 1 } },
  { name: "OnData2200", valid: "seen", invalid: 1 },
  { name: "SharedRequest", valid: [1], invalid: {} },
])("a validator for what is sent: $name", ({ name, valid, invalid }) => {
  expect(api.judge(name, valid)).toEqual([true, true]);
  expect(api.judge(name, invalid)).toEqual([false, false]);
});

test("each callback once, whoever shares it", () => {
  expect(api.validators.filter((name) => name.includes("Shared"))).toEqual([
    "validateSharedRequest",
  ]);
});

const use = `
import type { callbacks, NewPetParameters, OnData2RequestBody, webhooks } from "./types.js";
import { isNewPetRequest, validateOnData2Request } from "./validators/index.js";

export function receive(body: unknown, parameters: NewPetParameters): string {
  if (isNewPetRequest(body)) return body.id;
  const result = validateOnData2Request(body);
  return result.valid ? result.value.id : parameters["X-Signature"];
}
export const sent: OnData2RequestBody = { id: "what is read-only is sent" };
export type Ping = webhooks["ping"]["post"]["requestBody"];
export type Shared = callbacks["POST /streams shared {$request.body#/url}"]["post"];
// @ts-expect-error an id is a text
export const wrong: OnData2RequestBody = { id: 1 };
`;

test("all of it type-checks, and the validators narrow to the types", () => {
  expect(api.check(use)).toEqual([]);
});
