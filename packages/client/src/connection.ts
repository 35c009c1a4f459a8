import type { Credential, SecurityScheme } from "./auth/credential.ts";
import type { SendingOptions } from "./call-options.ts";
import type { Hooks, Logger } from "./hooks.ts";
import type { HeadersInput } from "./request/headers.ts";
import { type Clock, platformClock } from "./transport/clock.ts";
import { createTransport, type Fetch, type Transport } from "./transport/transport.ts";

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
export interface ConnectionState {
  readonly baseUrl: string;
  /** Whether the caller named the base URL: then it holds for operations with a server of their own too. */
  readonly isOwnBaseUrl: boolean;
  /** A function, so that no inspector shows what it gives. */
  readonly headers: () => HeadersInput;
  /** As the headers. */
  readonly credentials: () => Readonly<Record<string, Credential | undefined>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly transport: Transport;
  readonly sending: SendingOptions;
  readonly hooks: Hooks;
  readonly logger: Logger | undefined;
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
  options: ConnectionOptions<Credentials>,
  defaults: ConnectionDefaults,
): Connection {
  const { headers = {} } = options;
  const credentials = { ...options.auth };
  return {
    "~connection": {
      baseUrl: options.baseUrl ?? defaults.baseUrl,
      isOwnBaseUrl: options.baseUrl !== undefined,
      headers: () => headers,
      credentials: () => credentials,
      securitySchemes: defaults.securitySchemes,
      transport: createTransport(options.fetch),
      sending: pickSending(options),
      hooks: options.hooks ?? {},
      logger: options.logger,
      clock: options.clock ?? platformClock,
    },
  };
}

function pickSending({ retry, timeout, redirect, validation }: SendingOptions): SendingOptions {
  return { retry, timeout, redirect, validation };
}
