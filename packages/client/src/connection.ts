import type { Credential } from "./auth/credential.ts";
import type { SecurityScheme } from "./auth/security-scheme.ts";
import type { SendingOptions } from "./call-options.ts";
import type { Hooks, Logger } from "./hooks.ts";
import type { HeadersInput } from "./request/headers.ts";
import { type Clock, platformClock } from "./transport/clock.ts";
import type { Fetch } from "./transport/transport.ts";

/** How a client reaches the server. `Credentials` are the description's security schemes by name. */
export interface ConnectionOptions<Credentials = Readonly<Record<string, Credential | undefined>>>
  extends SendingOptions {
  /** Default: the description's first server. */
  readonly baseUrl?: string;
  /** Default: the platform's. Called for each attempt and each redirect. */
  readonly fetch?: Fetch;
  /** Sent with every call, such as those that identify the app. */
  readonly headers?: HeadersInput;
  /** By security scheme; each a value or a function that gives one. */
  readonly auth?: Credentials;
  readonly hooks?: Hooks | undefined;
  /** Default: nothing is logged. */
  readonly logger?: Logger | undefined;
  /** Default: the platform's. For tests. */
  readonly clock?: Clock | undefined;
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
export interface ConnectionState extends SendingOptions, ConnectionDefaults {
  /** Whether the caller named the base URL: then it holds for operations with a server of their own too. */
  readonly isOwnBaseUrl: boolean;
  /** A function, so that no inspector shows what it gives. */
  readonly headers: () => HeadersInput;
  /** As the headers. */
  readonly credentials: () => Readonly<Record<string, Credential | undefined>>;
  readonly fetch: Fetch;
  readonly hooks?: Hooks | undefined;
  readonly logger?: Logger | undefined;
  readonly clock: Clock;
}

/**
 * A connection: options over the description's defaults. Nothing is sent yet.
 *
 * @example
 * ```ts
 * import { createConnection } from "@truespec/client";
 *
 * const connection = createConnection(
 *   { headers: { "X-App": "mine" }, retry: { attempts: 5 }, timeout: { attempt: 10_000 } },
 *   { baseUrl: "https://api.example.com", securitySchemes: {} },
 * );
 * ```
 */
export function createConnection<Credentials extends object>(
  {
    auth,
    headers = {},
    // The platform's as it is when the call is made, which others may have wrapped.
    fetch = (url, init) => globalThis.fetch(url, init),
    clock = platformClock,
    baseUrl,
    ...options
  }: ConnectionOptions<Credentials>,
  defaults: ConnectionDefaults,
): Connection {
  const credentials = { ...auth };
  return {
    "~connection": {
      ...options,
      securitySchemes: defaults.securitySchemes,
      fetch,
      baseUrl: baseUrl ?? defaults.baseUrl,
      isOwnBaseUrl: baseUrl !== undefined,
      headers: () => headers,
      credentials: () => credentials,
      clock,
    },
  };
}
