import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { createProcessTerminal } from "./process-terminal.ts";

test.each([
  [80, 80],
  [0, 100],
  [undefined, 100],
])("of a standard output with %s columns the width is %i", (columns, want) => {
  const before = Object.getOwnPropertyDescriptor(process.stdout, "columns");
  Object.defineProperty(process.stdout, "columns", { value: columns, configurable: true });
  onTestFinished(() => {
    Reflect.deleteProperty(process.stdout, "columns");
    if (before !== undefined) Object.defineProperty(process.stdout, "columns", before);
  });
  expect(createProcessTerminal().width).toBe(want);
});
