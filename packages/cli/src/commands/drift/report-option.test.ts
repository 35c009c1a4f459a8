import { expect, test } from "vitest";
import { parseReportOptions } from "./report-option.ts";

test.each([
  { written: [], want: [{ format: "terminal", file: undefined }] },
  { written: ["json"], want: [{ format: "json", file: undefined }] },
  {
    written: ["terminal", "json=a=b.json"],
    want: [
      { format: "terminal", file: undefined },
      { format: "json", file: "a=b.json" },
    ],
  },
])("$written", ({ written, want }) => {
  expect(parseReportOptions(written)).toEqual(want);
});

test.each([
  { written: ["xml"], want: /unknown format "xml"/ },
  { written: ["json="], want: /file name is empty/ },
  { written: ["json", "markdown"], want: /Only one --report/ },
])("$written is refused", ({ written, want }) => {
  expect(() => parseReportOptions(written)).toThrow(want);
});
