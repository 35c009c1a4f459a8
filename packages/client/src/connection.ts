import type { Credential, SecurityScheme } from "./auth/credential.ts";
import type { HeadersInput } from "./request/headers.ts";
import { createTransport, type Fetch, type Transport } from "./transport/transport.ts";

/** How a client reaches the server. `Credentials` are the description's security schemes by name. */
export interface ConnectionOptions<Credentials = Readonly<Record<string, Credential | undefined>>> {
  /** Default: the description's first server. */
  readonly baseUrl?: string;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  /** Sent with every call, such as those that identify the app. */
  readonly headers?: HeadersInput;
  /** By security scheme; each a value or a function that gives one. */
  readonly auth?: Credentials;
}

/** What generated code knows of the description as a whole. */
export interface ConnectionDefaults {
  readonly baseUrl: string;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
}

/** What calls go through. A generated client is one, so that the single functions take it too. */
export interface Connection {
  readonly "~connection": ConnectionState;
}

/** For this package only. */
export interface ConnectionState {
  readonly baseUrl: string;
  /** Whether the caller named the base URL: then it holds for operations with a server of their own too. */
  readonly isOwnBaseUrl: boolean;
  readonly headers: HeadersInput;
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly transport: Transport;
}

/**
 * A connection: options over the description's defaults. Nothing is sent yet.
 *
 * @example
 * ```ts
 * import { createConnection } from "@truespec/client";
 *
 * const connection = createConnection(
 *   { headers: { "X-App": "mine" } },
 *   { baseUrl: "https://api.example.com", securitySchemes: {} },
 * );
 * ```
 */
export function createConnection<Credentials extends object>(
  options: ConnectionOptions<Credentials>,
  defaults: ConnectionDefaults,
): Connection {
  return {
    "~connection": {
      baseUrl: options.baseUrl ?? defaults.baseUrl,
      isOwnBaseUrl: options.baseUrl !== undefined,
      headers: options.headers ?? {},
      credentials: { ...options.auth },
      securitySchemes: defaults.securitySchemes,
      transport: createTransport(options.fetch ?? ((request) => globalThis.fetch(request))),
    },
  };
}
