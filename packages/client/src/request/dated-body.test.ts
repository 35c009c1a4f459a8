import { expect, test } from "vitest";
import { jsonBody, type RequestBody } from "./body.ts";
import { writeDatedBody } from "./dated-body.ts";
import { formBody } from "./form.ts";
import { InvalidInput } from "./invalid-input.ts";

const json: RequestBody = { write: writeDatedBody, content: { "application/json": jsonBody } };
const form: RequestBody = {
  write: writeDatedBody,
  content: { "application/x-www-form-urlencoded": formBody },
};
const invalid = new Date("no date");

test.each<{ name: string; body: unknown; place: string }>([
  { name: "the body", body: invalid, place: "the body is an invalid Date" },
  { name: "a member", body: { a: { "b/c~": [0, invalid] } }, place: '"/a/b~1c~0/1"' },
  {
    name: "a name of the prototype",
    body: { ["__proto__"]: invalid, constructor: 1 },
    place: '"/__proto__"',
  },
])("an invalid Date is refused with its place: $name", ({ body, place }) => {
  for (const one of [json, form]) {
    expect(() => writeDatedBody(one, { body })).toThrow(InvalidInput);
    expect(() => writeDatedBody(one, { body })).toThrow(place);
  }
});

test("everything else is written as ever", () => {
  const at = new Date(0);
  const own = { invalid, toJSON: () => "own" };
  const body = { at, own, list: [null, { at }], bytes: new Uint8Array(2) };
  expect(writeDatedBody(json, { body })).toEqual(jsonBody(body, "application/json"));
  expect(writeDatedBody(json, {})).toBeUndefined();
});

test("a body that holds itself does not go round", () => {
  const body: { self?: unknown } = {};
  body.self = body;
  expect(() => writeDatedBody(json, { body })).toThrow(TypeError);
});
