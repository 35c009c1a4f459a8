import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on this machine that answers with what it was sent. */
export interface EchoServer {
  readonly url: string;
  readonly close: () => void;
}

/**
 * Starts a server: each response holds method, URL, headers and body of its request.
 *
 * The header `x-answer` asks for something else: `STATUS MEDIA-TYPE BODY`, or `never`.
 */
export async function startEchoServer(): Promise<EchoServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const wanted = request.headers["x-answer"];
  if (wanted === "never") return;
  if (typeof wanted === "string") {
    const [status = "", mediaType = "", ...body] = wanted.split(" ");
    response.writeHead(Number(status), mediaType === "" ? {} : { "content-type": mediaType });
    response.end(body.join(" "));
    return;
  }
  const { method, url, headers } = request;
  response.writeHead(method === "POST" ? 201 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
}
