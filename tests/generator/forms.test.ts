import { afterAll, beforeAll, expect, test } from "vitest";
import { type GeneratedApi, generateApi } from "./generated-api.ts";

const order = { $ref: "#/components/schemas/Order" };
const form = "application/x-www-form-urlencoded";
const file = { type: "string", format: "binary" };
const send = (operationId: string, content: object) => ({
  post: { operationId, requestBody: { required: true, content }, responses: {} },
});
const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  paths: {
    "/forms": send("sendForm", { [form]: { schema: order } }),
    "/parts": send("sendParts", { "multipart/form-data": { schema: order } }),
    "/all": send("sendAll", {
      [form]: { schema: order },
      "application/json": { schema: { type: "string" } },
      "multipart/mixed": { schema: order },
      "text/csv": { schema: { type: "string" } },
      "image/png": { schema: file },
    }),
    "/files": send("sendFiles", {
      [form]: { schema: { properties: { file } } },
      "multipart/form-data": { schema: { properties: { deep: { items: { anyOf: [file] } } } } },
    }),
  },
  webhooks: { paid: send("onPaid", { [form]: { schema: order } }) },
  components: {
    schemas: {
      Order: {
        type: "object",
        required: ["id", "at", "lines"],
        properties: {
          id: { type: "string", readOnly: true },
          at: { type: "string", format: "date-time" },
          lines: { type: "array", minItems: 1, items: { type: "object", required: ["sku"] } },
        },
      },
    },
  },
};

let api: GeneratedApi;

beforeAll(async () => {
  api = await generateApi(document, { types: { enums: "declared", dates: "Date" } });
});
afterAll(() => api.remove());

const at = "2026-01-01T00:00:00Z";
const valid = { at, lines: [{ sku: 1 }] };

test.each([
  { name: "SendFormRequest", valid, invalid: { at, lines: [] } },
  { name: "SendPartsRequest", valid, invalid: { at, lines: [{}] } },
  { name: "SendAllRequest", valid: "JSON is the main one", invalid: valid },
  { name: "SendAllRequestApplicationXWwwFormUrlencoded", valid, invalid: { lines: [{ sku: 1 }] } },
  { name: "SendAllRequestMultipartMixed", valid, invalid: "a text" },
  {
    name: "SendFilesRequest",
    valid: { file: "bytes as text" },
    invalid: { file: new Blob(["bytes"]) },
  },
])("a validator for what becomes a form: $name", ({ name, valid, invalid }) => {
  expect(api.judge(name, valid)).toEqual([true, true]);
  expect(api.judge(name, invalid)).toEqual([false, false]);
});

test("what is text, bytes, parts of bytes or sent by the API has none", () => {
  expect(api.validators).toEqual([
    "validateOrder",
    "validateSendFormRequest",
    "validateSendPartsRequest",
    "validateSendAllRequestApplicationXWwwFormUrlencoded",
    "validateSendAllRequest",
    "validateSendAllRequestMultipartMixed",
    "validateSendFilesRequest",
  ]);
});

const use = `
import type { Connection } from "@truespec/client";
import { sendForm, sendParts } from "./client.js";
import type { SendPartsRequestBody } from "./types.js";
import { isSendFormRequest, isSendPartsRequest } from "./validators/index.js";

export function send(connection: Connection, value: unknown): unknown {
  if (isSendFormRequest(value)) {
    return sendForm(connection, { body: { ...value, at: new Date(value.at) } });
  }
  return isSendPartsRequest(value) ? value.lines[0]?.["sku"] : undefined;
}
export const parts: SendPartsRequestBody = new FormData();
export function refuse(connection: Connection, value: unknown): unknown {
  // @ts-expect-error what JSON carries of a date is a text
  return isSendPartsRequest(value) && sendParts(connection, { body: value });
}
`;

test("all of it type-checks, and the validators narrow to what a caller gives", () => {
  expect(api.check(use)).toEqual([]);
});
