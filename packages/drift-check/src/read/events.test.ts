import { expect, test } from "vitest";
import { parseEvents } from "./events.ts";

test.each([
  ["data: a\n\n", [{ data: "a" }]],
  ["\uFEFFdata: a\n\n", [{ data: "a" }]],
  ["data: a\r\n\r\ndata:b\r\rdata:  c\n\n", [{ data: "a" }, { data: "b" }, { data: " c" }]],
  ["data: a\ndata: b\n\n", [{ data: "a\nb" }]],
  ["data: the end is missing", [{ data: "the end is missing" }]],
  ["event: x\nid: 7\nretry: 5\ndata: a: b\n\n", [{ data: "a: b", event: "x", id: "7", retry: 5 }]],
  ["event: x\nevent: y\nretry: soon\ndata: a\n\n", [{ data: "a", event: "y" }]],
  [": a comment\n\nevent: x\n\ndata\n\n", []],
])("%j", (text, want) => {
  expect(parseEvents(text)).toEqual(want);
});
