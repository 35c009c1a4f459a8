import type { ProblemKind } from "../read/exchange.ts";

/** Why nothing came back that could be read. */
export interface WireFailure {
  readonly kind: "failure";
  readonly problem: ProblemKind;
  readonly message: string;
  /** Nobody is there: asking again is no use. */
  readonly isUnreachable: boolean;
}

/** What was going on when a request failed. */
export interface FailureScene {
  readonly isBegun: boolean;
  readonly timeout: number;
  readonly bodyBytes: number;
  readonly origin: string;
}

const advise = {
  refused: (origin: string): string =>
    `connection refused: nobody listens at ${origin}; start the API or correct the base URL`,
  unknown: (origin: string): string =>
    `the host of ${origin} is not known; correct the base URL or check the network`,
  unreached: (origin: string): string => `${origin} cannot be reached; check the network`,
};

/** What to do when there is nobody to talk to, by the system's word for it. */
const unreachableAdvice: ReadonlyMap<string, (origin: string) => string> = new Map([
  ["ECONNREFUSED", advise.refused],
  ["ENOTFOUND", advise.unknown],
  ["EAI_AGAIN", advise.unknown],
  ["EHOSTUNREACH", advise.unreached],
  ["ENETUNREACH", advise.unreached],
  ["UND_ERR_CONNECT_TIMEOUT", advise.unreached],
]);

/** What a thrown error means, and what to do about it; never its own message, which may quote a request. */
export function failureOf(error: unknown, scene: FailureScene): WireFailure {
  const { isBegun, timeout, bodyBytes, origin } = scene;
  const code = codeOf(error);
  if (error instanceof Error && error.name === "TimeoutError") {
    return failure("timeout", `no whole answer within ${timeout / 1_000} seconds`);
  }
  if (isBegun && error instanceof Error && error.message.startsWith("larger than")) {
    return failure("unreadable", `the body is larger than ${bodyBytes} bytes`);
  }
  if (isBegun && code?.startsWith("Z_"))
    return failure("unreadable", "the body cannot be unpacked");
  if (isBegun) return failure("truncated", "the connection closed before the body was complete");
  if (error instanceof Error && isBlockedPort(error)) {
    return unreachable(
      `connection refused by the HTTP client: the port of ${origin} is reserved; use another one`,
    );
  }
  const advice = unreachableAdvice.get(code ?? "");
  if (advice !== undefined) return unreachable(advice(origin));
  if (code !== undefined && /CERT|TLS|SSL/.test(code)) {
    return failure("unreadable", `the certificate of ${origin} is not accepted (${code})`);
  }
  if (code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE") {
    return failure("unreadable", "the connection closed before an answer came");
  }
  return failure("unreadable", `the request failed${code === undefined ? "" : ` (${code})`}`);
}

/** Ports that no fetch connects to (WHATWG Fetch, 2.9). */
function isBlockedPort({ cause }: Error): boolean {
  return cause instanceof Error && cause.message === "bad port";
}

function failure(problem: ProblemKind, message: string): WireFailure {
  return { kind: "failure", problem, message, isUnreachable: false };
}

function unreachable(message: string): WireFailure {
  return { ...failure("unreadable", message), isUnreachable: true };
}

/** The system's or the platform's word for a network failure. */
function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; depth < 4 && at instanceof Error; at = at.cause, depth += 1) {
    const code = "code" in at ? at.code : undefined;
    if (typeof code === "string") return code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return undefined;
}
