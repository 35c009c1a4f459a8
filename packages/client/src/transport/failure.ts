import { ClientError, type ClientErrorCode } from "../error.ts";
import { labelOf, type Operation } from "../operation.ts";

const reasons: ReadonlyMap<string, { readonly code: ClientErrorCode; readonly text: string }> =
  new Map([
    ["TimeoutError", { code: "timeout", text: "the time for the call ran out" }],
    ["AbortError", { code: "aborted", text: "the call was aborted" }],
  ]);

/** Whether a signal ended what failed: `fetch` rejects with the signal's own reason. */
export function isInterrupted(cause: unknown): boolean {
  return reasons.has(nameOf(cause));
}

/** The exception for a request that got no response, or none to its end. */
export function failedTransport(operation: Operation, cause: unknown): ClientError {
  const { code, text } = reasons.get(nameOf(cause)) ?? {
    code: "network",
    text: "no response came",
  };
  return new ClientError(code, `${labelOf(operation)}: ${text}`, { cause });
}

function nameOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "name" in cause ? String(cause.name) : "";
}
