import { expect, test } from "vitest";
import { labelOf } from "./operation.ts";

test.each([
  { given: { method: "GET", path: "/models/{id}" }, want: "GET /models/{id}" },
  { given: { method: "POST", path: "/", label: "POST /#Action=Copy" }, want: "POST /#Action=Copy" },
])("an operation is known as the description writes it: $want", ({ given, want }) => {
  expect(labelOf(given)).toBe(want);
});
