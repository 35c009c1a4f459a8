import { findOwn } from "../own.ts";
import type { Parts } from "./body.ts";
import type { Draft } from "./draft.ts";

/** The encoded pairs, `name=value`, that a member stands for as a query parameter; undefined where nothing says that it is written so. */
export function writePart(
  parts: Parts,
  name: string,
  value: unknown,
): readonly string[] | undefined {
  const { write, contentType: _, ...stated } = findOwn(parts, name) ?? {};
  if (write === undefined) {
    return undefined;
  }
  const draft: Draft = { path: "", query: [], headers: {} };
  write({ name, in: "query", write, ...stated }, value, draft);
  return draft.query;
}
