import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A request as it reached the server. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server on this machine that answers by its list, the last answer again and again. */
export interface FaultyServer {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => void;
}

/** Starts a server; each request is recorded before it is answered. */
export async function startFaultyServer(answers: readonly Answer[]): Promise<FaultyServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const answer = answers[Math.min(received.length, answers.length - 1)] ?? hang;
    const { method = "", url = "", headers } = request;
    const index = received.push({ method, url, headers, body: "" }) - 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received[index] = { method, url, headers, body: Buffer.concat(chunks).toString() };
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close };
}

/** An answer as it should be. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): Answer {
  return (_, response) => {
    response.writeHead(status, { ...headers });
    response.end(body);
  };
}

/** JSON as it should be. */
export function json(body: string, status = 200): Answer {
  return answer(status, { "content-type": "application/json" }, body);
}

/** Nothing, ever. */
export const hang: Answer = () => {};

/** The connection is gone before a byte came. */
export const reset: Answer = (request) => request.socket.resetAndDestroy();

/** Something else than HTTP. */
export const garbage: Answer = (request) => request.socket.end("\0\0not HTTP\r\n\r\n");

/** A body that ends before the length that was announced. */
export const cut: Answer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"a":', () => response.destroy());
};

/** A byte now and then, without end. */
export const drip: Answer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
};

/** A body that is not compressed as it says. */
export const badlyPacked: Answer = answer(
  200,
  { "content-type": "application/json", "content-encoding": "gzip" },
  '{"a":1}',
);
