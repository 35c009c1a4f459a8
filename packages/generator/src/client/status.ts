import type { Operation, Response } from "@truespec/openapi";

/** Statuses that one response describes, or that none does. */
export interface DescribedStatus {
  readonly kind: "Success" | "Failure";
  /** As a type: `200`, `Exclude<runtime.StatusRange<4>, 404>`. */
  readonly type: string;
  readonly response: Response | undefined;
}

/**
 * Every status that a call may come back with, each with the response that describes it.
 *
 * A status goes before its range, a range before `default` (OpenAPI 3.1, section 4.8.16.1). `default`
 * stands for failures, and for successes where no other response does. What nothing describes is a
 * failure all the same, and a success only where none is described.
 */
export function describeStatuses(operation: Operation): readonly DescribedStatus[] {
  const written = operation.responses;
  const fallback = written.find((response) => response.status === "default");
  const described = written.flatMap((response) => describe(response, written));
  const hasSuccess = described.some((one) => one.kind === "Success");
  const failures = described.filter((one) => one.kind === "Failure").map((one) => one.type);
  return [
    ...described,
    ...(hasSuccess ? [] : [success("runtime.SuccessStatus", fallback)]),
    failure(without("runtime.FailureStatus", failures), fallback),
  ];
}

function describe(response: Response, written: readonly Response[]): readonly DescribedStatus[] {
  const [digit = "", ...rest] = response.status;
  if (!/^[2-5](\d\d|XX|xx)$/.test(response.status)) {
    return [];
  }
  const exact = written.map((one) => one.status).filter((status) => /^\d{3}$/.test(status));
  const inClass = exact.filter((status) => status.startsWith(digit));
  const isExact = /\d/.test(rest.join(""));
  const type = isExact ? response.status : without(`runtime.StatusRange<${digit}>`, inClass);
  return [digit === "2" ? success(type, response) : failure(type, response)];
}

function without(type: string, excluded: readonly string[]): string {
  return excluded.length === 0 ? type : `Exclude<${type}, ${excluded.join(" | ")}>`;
}

function success(type: string, response: Response | undefined): DescribedStatus {
  return { kind: "Success", type, response };
}

function failure(type: string, response: Response | undefined): DescribedStatus {
  return { kind: "Failure", type, response };
}
