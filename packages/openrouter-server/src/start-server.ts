import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type AppOptions, basePath, createApp } from "./app.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import { loadCatalogue } from "./catalogue/load-catalogue.ts";
import type { FaultRates } from "./faults/fault.ts";
import { withFaults } from "./faults/with-faults.ts";
import { ServerError } from "./server-error.ts";

/** How a server starts and answers. */
export interface ServerOptions extends AppOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The catalogue that comes with this package by default. */
  readonly catalogue?: Catalogue | undefined;
  readonly faults?: FaultRates | undefined;
  /** Milliseconds that a `latency` fault adds; 2000 by default. */
  readonly latencyMs?: number | undefined;
}

/** A server that answers. */
export interface RunningServer {
  /** The base URL of the API, without a slash at the end. */
  readonly url: string;
  /** Stops it, open connections included. */
  readonly close: () => Promise<void>;
}

const host = "127.0.0.1";

/**
 * Starts the Models API on this machine's loopback address.
 *
 * @throws {ServerError} `port-in-use`, or what loading the catalogue throws
 * @example
 * const server = await startServer();
 * const response = await fetch(`${server.url}/models`);
 * await server.close();
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { faults, latencyMs = 2000, port = 0 } = options;
  const app = createApp(options.catalogue ?? (await loadCatalogue()), options);
  const server = createServer(
    getRequestListener((faults ? withFaults(app, faults, { latencyMs }) : app).fetch),
  );
  await listen(server, port);
  return { url: `http://${host}:${boundPort(server)}${basePath}`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === "EADDRINUSE"
          ? new ServerError("port-in-use", `port ${port} of ${host} is in use`, { cause })
          : new ServerError("bad-option", `cannot listen on port ${port}: ${cause.message}`, {
              cause,
            }),
      );
    });
    server.listen(port, host, resolve);
  });
}

function boundPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
