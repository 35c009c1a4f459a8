import { expect, test } from "vitest";
import type { Result } from "../result.ts";
import { type Dates, dateTime, readDates } from "./dates.ts";

const text = "2024-02-29T12:00:00Z";
const date = new Date(text);
const node: Dates = { members: { at: dateTime, below: { items: () => node } } };

test.each<{ name: string; dates: Dates; data: string; want: unknown }>([
  { name: "the body itself", dates: dateTime, data: JSON.stringify(text), want: date },
  { name: "null", dates: dateTime, data: "null", want: null },
  { name: "a number", dates: dateTime, data: "1", want: 1 },
  { name: "a text that is none", dates: dateTime, data: '"soon"', want: "soon" },
  { name: "a day", dates: dateTime, data: '"2024-02-29"', want: "2024-02-29" },
  {
    name: "a time of no place",
    dates: dateTime,
    data: '"2024-02-29T12:00:00"',
    want: "2024-02-29T12:00:00",
  },
  {
    name: "a day that the calendar lacks",
    dates: dateTime,
    data: '"2024-13-01T00:00:00Z"',
    want: "2024-13-01T00:00:00Z",
  },
  { name: "small letters", dates: dateTime, data: '"2024-02-29t12:00:00.000z"', want: date },
  { name: "an offset", dates: dateTime, data: '"2024-02-29T13:30:00+01:30"', want: date },
  {
    name: "members and the rest",
    dates: { members: { a: dateTime, constructor: dateTime }, rest: { items: dateTime } },
    data: `{"a":"${text}","b":["${text}"],"toString":"${text}"}`,
    want: { a: date, b: [date], toString: text },
  },
  {
    name: "first items and others",
    dates: { first: [{ members: {} }, dateTime], items: { members: { a: dateTime } } },
    data: `["${text}","${text}",{"a":"${text}"}]`,
    want: [text, date, { a: date }],
  },
  {
    name: "what several schemas say",
    dates: [{ members: { a: dateTime } }, { members: { a: dateTime, b: dateTime } }, []],
    data: `{"a":"${text}","b":"${text}"}`,
    want: { a: date, b: date },
  },
  {
    name: "values in values like themselves",
    dates: node,
    data: `{"at":"${text}","below":[{"at":"${text}","below":[{"at":"x"}]}]}`,
    want: { at: date, below: [{ at: date, below: [{ at: "x" }] }] },
  },
  {
    name: "another shape than described",
    dates: { members: { a: { items: dateTime } } },
    data: `{"a":{"b":"${text}"}}`,
    want: { a: { b: text } },
  },
])("$name", ({ dates, data, want }) => {
  expect(readData(dates, data)).toEqual(want);
});

test("a member called __proto__ is one like any other", () => {
  const dates: Dates = { members: { ["__proto__"]: dateTime } };
  const data = readData(dates, `{"__proto__":"${text}"}`);
  expect(Object.getOwnPropertyDescriptor(data, "__proto__")?.value).toEqual(date);
});

test("values may be nested as deeply as JSON is", () => {
  const depth = 50_000;
  const data = `${'{"below":['.repeat(depth)}{"at":"${text}"}${"]}".repeat(depth)}`;
  let value: unknown = readData(node, data);
  for (let step = 0; step < depth; step += 1) {
    value = (value as { below: unknown[] }).below[0];
  }
  expect(value).toEqual({ at: date });
});

test("failures too, and no other status or media type", () => {
  const content = { 404: { "application/json": dateTime } } as const;
  const read = (status: number, mediaType: string) => {
    const failure: Result = { ...about, ok: false, status, mediaType, error: text };
    readDates({ read: readDates, content }, failure);
    return failure.error;
  };
  expect(read(404, "application/json")).toEqual(date);
  expect([read(500, "application/json"), read(404, "text/plain")]).toEqual([text, text]);
});

const about = { requestId: undefined, operation: "GET /a", response: new Response() };

function readData(dates: Dates, data: string): object {
  const mediaType = "application/json";
  const result: Result = { ...about, ok: true, status: 200, mediaType, data: JSON.parse(data) };
  readDates({ read: readDates, content: { "2XX": { "application/json": dates } } }, result);
  return result.data as object;
}
