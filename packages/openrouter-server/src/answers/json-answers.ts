import type { BadParameter } from "../query/list-query.ts";

/** The documented envelope of every error. */
export interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly code: number;
    readonly metadata?: Readonly<Record<string, unknown>>;
  };
}

/** Puts an error into its envelope. */
export function errorBody(
  code: number,
  message: string,
  metadata?: Readonly<Record<string, unknown>>,
): ErrorBody {
  return { error: { message, code, ...(metadata && { metadata }) } };
}

/** Says which parameter cannot be used, and why. */
export function badParameterBody({ parameter, message }: BadParameter): ErrorBody {
  return errorBody(400, `Invalid value for query parameter "${parameter}": ${message}`);
}

/**
 * The undocumented envelope in which the live API was once seen to refuse a category: the
 * validation library's own error, its issues as JSON inside a string.
 */
export function zodErrorBody(bad: BadParameter): unknown {
  const issue = {
    received: bad.received,
    code: "invalid_enum_value",
    options: bad.choices,
    path: [bad.parameter],
    message: bad.message,
  };
  const message = JSON.stringify([issue], null, 2);
  return { success: false, error: { name: "ZodError", message } };
}
