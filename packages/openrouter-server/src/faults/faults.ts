import { setTimeout as wait } from "node:timers/promises";
import { errorBody } from "../answers/json-answers.ts";
import type { FaultKind } from "./fault.ts";
import type { Fault } from "./faulty-exchange.ts";

/** How the faults go. */
export interface FaultOptions {
  /** Milliseconds that a `latency` fault adds. */
  readonly latencyMs: number;
}

/** Makes every fault. */
export function createFaults({ latencyMs }: FaultOptions): Readonly<Record<FaultKind, Fault>> {
  return {
    latency: async ({ answer }) => {
      await wait(latencyMs);
      return answer();
    },
    reset: resetConnection,
    "5xx": failServer,
    truncate: truncateBody,
    html: answerHtml,
  };
}

const resetConnection: Fault = async ({ outgoing }) => {
  outgoing.socket?.resetAndDestroy();
  return undefined;
};

const failures = [
  { status: 500, message: "Internal Server Error", headers: {} },
  { status: 502, message: "Bad Gateway", headers: {} },
  { status: 503, message: "Service Unavailable", headers: { "Retry-After": "1" } },
] as const;

/** The three statuses take turns. */
const failServer: Fault = async ({ occurrence }) => {
  const failure = failures[occurrence % failures.length] ?? failures[0];
  const { status, message, headers } = failure;
  return Response.json(errorBody(status, message), { status, headers });
};

/** Announces the whole body, sends half of it, and hangs up. */
const truncateBody: Fault = async ({ answer, outgoing }) => {
  const response = await answer();
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = { ...Object.fromEntries(response.headers), "content-length": body.byteLength };
  outgoing.writeHead(response.status, headers);
  outgoing.write(body.subarray(0, body.byteLength / 2), () => outgoing.destroy());
  return undefined;
};

const page = `<!DOCTYPE html>
<html lang="en">
<head><title>Just a moment</title></head>
<body><h1>Checking your connection</h1></body>
</html>
`;

/** A proxy's page where JSON is due, with a status that says all is well. */
const answerHtml: Fault = async () =>
  new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
