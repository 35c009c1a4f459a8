import { expect, expectTypeOf, test } from "vitest";
import { dataOf } from "./data-of.ts";
import { ClientError } from "./error.ts";
import type { Failure, Success } from "./result.ts";

type Outcome =
  | Success<200, "application/json", { readonly count: number }>
  | Failure<404, "application/json", { readonly message: string }>;

function failure(status: number): Failure<number, undefined, unknown> {
  const response = new Response(null, { status });
  const error = { message: "no" };
  const operation = "GET /models";
  return { ok: false, status, mediaType: undefined, error, requestId: "r-1", operation, response };
}

test("a success is its data", () => {
  const result = { ok: true, status: 200, mediaType: "application/json" } as const;
  const about = { requestId: undefined, operation: "GET /models", response: new Response() };
  const outcome: Outcome = { ...result, ...about, data: { count: 3 } };
  const data = dataOf<Outcome>(outcome);
  expectTypeOf(data).toEqualTypeOf<{ readonly count: number }>();
  expect(data).toEqual({ count: 3 });
});

test.each([
  [304, "redirection"],
  [404, "client-error"],
  [429, "client-error"],
  [500, "server-error"],
  [524, "server-error"],
  [529, "server-error"],
])("a failure %i is thrown as %s", (status, code) => {
  const thrown = catchError(() => dataOf(failure(status)));
  expect(thrown).toBeInstanceOf(ClientError);
  expect(thrown).toHaveProperty("message", `GET /models: the server answered ${status}`);
  expect(thrown).toMatchObject({ code, status, body: { message: "no" }, requestId: "r-1" });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
