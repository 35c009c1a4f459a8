import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Serves on a free loopback port until the test ends; answers the base URL. */
export async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A listener that answers every request with one body. */
export function always(status: number, mediaType: string, body: string): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": mediaType });
    response.end(body);
  };
}
