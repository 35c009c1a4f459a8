import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { check } from "../../test/check.ts";
import type { Body } from "../read/exchange.ts";

const user: JsonObject = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    age: { type: "integer" },
    ids: { type: "array", items: { type: "integer" } },
    address: {
      type: "object",
      required: ["city"],
      properties: { city: { type: "string" }, no: { type: "integer" } },
    },
    bars: { type: "array", items: { type: "integer" } },
    file: { type: "string", contentMediaType: "image/png" },
  },
};
const form = "application/x-www-form-urlencoded";
const encoding = { bars: { style: "pipeDelimited", explode: false } };

/** What is told of a body that was sent with `POST /things`. */
async function findings(
  media: JsonObject,
  mediaType: string,
  sentBody: string | JsonObject,
): Promise<string[]> {
  const body: Body =
    typeof sentBody === "string"
      ? { kind: "text", text: sentBody }
      : { kind: "json", value: sentBody };
  const document = documentOf({});
  const bare = mediaType.split(";", 1)[0] ?? "";
  const post = {
    requestBody: { content: { [bare]: media } },
    responses: { 204: { description: "ok" } },
  };
  const described = { ...document, paths: { "/things": { post } } };
  const sent = [{ name: "content-type", value: mediaType }];
  const { findings: found, profile } = await check(
    JSON.parse(JSON.stringify(described)),
    answers([null], { method: "POST", status: 204, sent, body }),
  );
  return [
    ...profile.problems.map(({ kind, message }) => `${kind}: ${message}`),
    ...found.map(({ severity, kind, location }) => `${severity} ${kind} ${location}`),
  ];
}

test.each<[string, readonly string[]]>([
  ["name=A+B&age=7&ids=1&ids=2&bars=1%7C2", []],
  ["name=7&ids=1", []],
  ["name=a&ids[]=1&ids[]=2&address[city]=x&address[no]=7", []],
  ["name=a&address=%7B%22city%22%3A%22x%22%7D", []],
  ["name=&age=", []],
  ["age=x", ["breaking missing-required /name", "breaking type-mismatch /age"]],
  ["name=a&ids=1&ids=x", ["breaking type-mismatch /ids/*"]],
  ["name=a&address[no]=1", ["breaking missing-required /address/city"]],
  [
    "name=a&hue=1&hue[x]=1",
    ["additive undocumented-field /hue", "additive undocumented-field /hue[x]"],
  ],
])("the form %s", async (text, want) => {
  expect(await findings({ schema: user, encoding }, form, text)).toEqual(want);
});

/** A multipart body of parts: headers behind `Content-Disposition`, and the text. */
const multipart = (...parts: (readonly [headers: string, text: string])[]): string =>
  [
    "preamble",
    ...parts.map(
      ([headers, text]) => `--b\r\nContent-Disposition: form-data${headers}\r\n\r\n${text}`,
    ),
    "--b--\r\nepilogue",
  ].join("\r\n");
const json = "\r\nContent-Type: application/json";

test.each<[string, string, readonly string[]]>([
  ["texts", multipart(['; name="name"', "a"], ["; name=age", "7"]), []],
  [
    "a file",
    multipart(
      ['; name="name"', "a"],
      ['; name="file"; filename="a;b.png"\r\nContent-Type: image/png', "\uFFFD\r\n--\r\n"],
    ),
    [],
  ],
  [
    "JSON",
    multipart(['; name="name"', "a"], [`; name="address"${json}`, '{"city":1}']),
    ["breaking type-mismatch /address/city"],
  ],
  [
    "a part less",
    multipart(['; name="age"', "x"]),
    ["breaking missing-required /name", "breaking type-mismatch /age"],
  ],
  [
    "a part more",
    multipart(['; name="name"', "a"], ['; name="hue"', "a"]),
    ["additive undocumented-field /hue"],
  ],
])("multipart: %s", async (_name, text, want) => {
  expect(await findings({ schema: user }, "multipart/form-data; boundary=b", text)).toEqual(want);
  const quoted = 'multipart/form-data; charset=utf-8; boundary="b"';
  expect(await findings({ schema: user }, quoted, text.replaceAll("\r\n", "\n"))).toEqual(want);
});

test("a part that says that it is JSON is, whatever style is described", async () => {
  const media = { schema: user, encoding: { ids: { style: "pipeDelimited" } } };
  const text = multipart(['; name="name"', "a"], [`; name="ids"${json}`, "[1,2]"]);
  expect(await findings(media, "multipart/form-data; boundary=b", text)).toEqual([]);
});

test("a multipart body that does not tell its boundary says nothing", async () => {
  expect(await findings({ schema: user }, "multipart/form-data", multipart(["", "x"]))).toEqual([]);
});

const batch = "multipart/mixed; boundary=b";
const mixed = (...values: readonly JsonValue[]): string =>
  multipart(...values.map((value) => [json, JSON.stringify(value)] as const));

test.each<[string, JsonObject, readonly string[]]>([
  ["each item", { itemSchema: user }, ["breaking missing-required /*/name"]],
  ["a list", { schema: { type: "array", items: user } }, ["breaking missing-required /*/name"]],
  ["names that parts without names have not", { schema: user }, []],
])("parts without names by the schema of %s", async (_name, media, want) => {
  expect(await findings(media, batch, mixed({ name: "a" }, { age: 7 }))).toEqual(want);
});

test("a part that is no JSON though it says so is unreadable", async () => {
  const text = multipart([json, "{a}"]);
  const media = { schema: { type: "array", items: user } };
  expect(await findings(media, batch, text)).toEqual([
    "unreadable: the body of the request is not JSON",
  ]);
});

test("a form that was recorded parsed", async () => {
  const sent = { name: "a", age: "7", ids: [1, "2"], address: { city: "x", no: "y" } };
  const want = ["breaking type-mismatch /address/no"];
  expect(await findings({ schema: user }, form, sent)).toEqual(want);
  expect(await findings({ schema: user }, "multipart/form-data", sent)).toEqual(want);
});
