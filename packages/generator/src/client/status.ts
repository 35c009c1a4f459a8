import type { Operation, Response } from "@truespec/openapi";

/** Statuses that one response describes, or that none does. */
export interface DescribedStatus {
  readonly kind: "Success" | "Failure" | "OtherFailure";
  /** As a type: `200`, `Exclude<runtime.StatusRange<4>, 404>`; of other failures, the statuses that they are not. */
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
  return [
    ...described,
    ...(hasSuccess ? [] : [success("runtime.SuccessStatus", fallback)]),
    ...otherFailures(written, fallback),
  ];
}

/** The classes of failures, by their first digit. */
const classes = ["3", "4", "5"];

/** The failures that neither a status nor a range describes; none where every one is described. */
function otherFailures(
  written: readonly Response[],
  fallback: Response | undefined,
): readonly DescribedStatus[] {
  const statuses = written.map((one) => one.status.toUpperCase()).filter(isStatus);
  if (!statuses.some((status) => /^[3-5]/.test(status))) {
    return [failure("runtime.FailureStatus", fallback)];
  }
  const open = classes.filter((digit) => !statuses.includes(`${digit}XX`));
  if (open.length === classes.length) {
    const exact = statuses.filter((status) => !status.startsWith("2"));
    return [{ kind: "OtherFailure", type: exact.sort().join(" | "), response: fallback }];
  }
  return open.length === 0
    ? []
    : [failure(open.map((digit) => restOfClass(digit, statuses)).join(" | "), fallback)];
}

/** A status of its own, or a range of them (OpenAPI 3.1, section 4.8.16.2). */
function isStatus(status: string): boolean {
  return /^[2-5](\d\d|XX|xx)$/.test(status);
}

/** The statuses of a class but those that are written themselves. */
function restOfClass(digit: string, statuses: readonly string[]): string {
  const exact = statuses.filter((status) => status.startsWith(digit) && /^\d{3}$/.test(status));
  const range = `runtime.StatusRange<${digit}>`;
  return exact.length === 0 ? range : `Exclude<${range}, ${exact.join(" | ")}>`;
}

function describe(response: Response, written: readonly Response[]): readonly DescribedStatus[] {
  const { status } = response;
  if (!isStatus(status)) {
    return [];
  }
  const isExact = /^\d{3}$/.test(status);
  const statuses = written.map((one) => one.status);
  const type = isExact ? status : restOfClass(status.charAt(0), statuses);
  return [status.startsWith("2") ? success(type, response) : failure(type, response)];
}

function success(type: string, response: Response | undefined): DescribedStatus {
  return { kind: "Success", type, response };
}

function failure(type: string, response: Response | undefined): DescribedStatus {
  return { kind: "Failure", type, response };
}
