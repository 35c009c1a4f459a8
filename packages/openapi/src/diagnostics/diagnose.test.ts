import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { diagnose } from "./diagnose.ts";
import { formatDiagnostic } from "./format-diagnostic.ts";
import { printFrame } from "./frame.ts";
import { findNearNames } from "./near-names.ts";

test("the frame shows two lines around and a caret", () => {
  expect(printFrame("a\nb\nc: 1\nd\ne\nf", 3, 4)).toBe(
    ["  1 | a", "  2 | b", "> 3 | c: 1", "    |    ^", "  4 | d", "  5 | e"].join("\n"),
  );
});

test.each([
  { text: "", line: 1, column: 1, want: "> 1 |\n    | ^" },
  { text: "a\u001b[31mb", line: 1, column: 1, want: "> 1 | a [31mb\n    | ^" },
  { text: "a\r\nb", line: 2, column: 1, want: "  1 | a\n> 2 | b\n    | ^" },
])("a frame of $text", ({ text, line, column, want }) => {
  expect(printFrame(text, line, column)).toBe(want);
});

test("a long line is cut around the column", () => {
  const frame = printFrame(`${"x".repeat(1000)}!${"y".repeat(1000)}`, 1, 1001);
  const [line = "", caret = ""] = frame.split("\n");
  expect(line.length).toBeLessThan(120);
  expect(line[caret.indexOf("^")]).toBe("!");
});

test.each([
  { name: "Thinks", candidates: ["Things", "Other"], want: ["Things"] },
  { name: "pet", candidates: ["Pet", "pets", "cat"], want: ["Pet", "pets"] },
  { name: "x", candidates: ["abc"], want: [] },
  { name: "get", candidates: ["gat", "git", "got", "gut"], want: ["gat", "git", "got"] },
  { name: "a".repeat(1000), candidates: ["a".repeat(999)], want: [] },
])("near $name is $want", ({ name, candidates, want }) => {
  expect(findNearNames(name, candidates)).toEqual(want);
});

test("a diagnostic prints with its place, frame and hint", () => {
  const location = { source: "a.yaml", pointer: "/b/$ref", line: 2, column: 3 };
  const params = { ref: "#/x\u0007", near: ["#/y"] };
  const diagnostic = diagnose("ref-not-found", params, {
    source: "a.yaml",
    location,
    text: "b:\n  $ref: x",
  });
  expect(formatDiagnostic(diagnostic)).toBe(
    [
      'error ref-not-found: The reference "#/x\\u0007" leads nowhere.',
      "  at a.yaml:2:3 /b/$ref",
      "",
      "    1 | b:",
      "  > 2 |   $ref: x",
      "      |   ^",
      "",
      '  Did you mean "#/y"?',
    ].join("\n"),
  );
});

test("a diagnostic without a place names its source alone", () => {
  const params = {
    source: "a.yaml",
    why: "there is no file a.yaml",
    code: "not-found" as const,
  };
  const diagnostic = diagnose("source-unreadable", params, { source: "a.yaml" });
  expect(formatDiagnostic(diagnostic).split("\n").slice(0, 2)).toEqual([
    "error source-unreadable: there is no file a.yaml.",
    "  at a.yaml",
  ]);
});

test("codes are lower-case words", () => {
  for (const code of Object.keys(catalogue)) expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});
