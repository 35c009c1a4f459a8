import { type ErrorBody, errorBody } from "./json-answers.ts";

/** Any key of this form opens the embedded account. */
const knownKey = /^Bearer sk-or-\S+$/i;

/**
 * Checks the key of a request that needs one.
 *
 * @param authorization the header's value
 * @returns the body of a 401, or undefined when the key is accepted: `sk-or-` and anything
 */
export function findRefusal(authorization: string | undefined): ErrorBody | undefined {
  if (authorization === undefined) return errorBody(401, "Missing Authentication header");
  return knownKey.test(authorization) ? undefined : errorBody(401, "User not found.");
}
