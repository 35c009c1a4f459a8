import { expect, test } from "vitest";
import { loadParts } from "../../../../../tests/harness/load-parts.ts";
import { checkOperation } from "./check-operation.ts";

test("of many operations the first twenty are told", async () => {
  const get = { responses: {} };
  const paths = Object.fromEntries(
    Array.from({ length: 22 }, (_, index) => [`/${index}`, { get }]),
  );
  const description = await loadParts({ paths });
  expect(checkOperation(description, "get /21", "--operation")).toBeUndefined();
  const check = () => checkOperation(description, "GET /nowhere", "--operation");
  expect(check).toThrow(/^--operation "GET \/nowhere": .* It has:\n {2}GET \/0\n/);
  expect(check).toThrow(/\n {2}GET \/19\n {2}… and 2 more$/);
});
