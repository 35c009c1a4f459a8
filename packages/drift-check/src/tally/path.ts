import { escapeToken } from "@truespec/json-schema";
import { shownName } from "../read/secrets.ts";

/** The names and indices that lead to a value in a body, outermost first. */
export type Path = readonly (string | number)[];

/** The path as a JSON Pointer (RFC 6901), `/data/3`; names that have the looks of a credential are `REDACTED`. */
export function pointerOf(path: Path): string {
  return path
    .map((step) => `/${typeof step === "number" ? step : escapeToken(shownName(step))}`)
    .join("");
}

/**
 * Orders two paths as their pointers are ordered, where that can be told without the pointers: where
 * the first steps that differ are indices.
 */
export function comparePaths(left: Path, right: Path): number | undefined {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left[index];
    const other = right[index];
    if (one === other) continue;
    return typeof one === "number" && typeof other === "number" ? one - other : undefined;
  }
  return left.length === right.length ? 0 : undefined;
}
