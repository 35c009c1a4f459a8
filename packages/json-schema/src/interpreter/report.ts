import { escapeToken } from "../json-pointer.ts";
import type { ValidationError } from "../validation.ts";
import type { Evaluation, InstancePath } from "./plan.ts";

/** What an error says beside its places. */
export type ErrorParams = ValidationError["params"];

/** Records that a keyword is not met; always false, so that a check can return it. */
export function reportError(
  at: Evaluation,
  keyword: string,
  keywordLocation: string,
  params: ErrorParams,
): false {
  const instanceLocation = formatPath(at.path);
  at.errors?.push({ keyword, keywordLocation, instanceLocation, params });
  return false;
}

/** The JSON Pointer of a place in the instance. */
export function formatPath(path: InstancePath | undefined): string {
  const tokens: string[] = [];
  for (let step = path; step !== undefined; step = step.parent) {
    tokens.push(escapeToken(String(step.token)));
  }
  return tokens.reverse().reduce((pointer, token) => `${pointer}/${token}`, "");
}

/** The evaluation one step down, at a member or item. */
export function descend(at: Evaluation, token: string | number): Evaluation {
  // Without errors to place nobody asks where we are.
  return at.errors === undefined ? at : { ...at, path: { parent: at.path, token } };
}
