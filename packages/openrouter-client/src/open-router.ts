import { ClientError, type Connection, type Token } from "@truespec/client";
import { type ClientOptions, createConnection } from "./generated/client.ts";
import { bindModels, type Models } from "./models/models.ts";

/** A region that answers on a host of its own, and keeps what it is sent. */
export type Region = "eu" | "us";

/** How to reach OpenRouter, and who asks. All are optional: the catalogue is open to everyone. */
export interface OpenRouterOptions extends Omit<ClientOptions, "auth"> {
  /** The key, or a function that gives it; it reaches no error and no log. */
  readonly apiKey?: Token;
  /** Asks the region's own host. Not beside `baseUrl`. */
  readonly region?: Region;
  /** The address of your application, its identity in OpenRouter's rankings. */
  readonly appUrl?: string;
  /** The name of your application, as dashboards show it. */
  readonly appTitle?: string;
  /** What kinds of application it is, such as `cli-agent`. */
  readonly appCategories?: readonly string[];
}

/** OpenRouter's Models API. It is a connection too, so that the single functions take it. */
export interface OpenRouter extends Connection {
  readonly models: Models;
}

/**
 * A client of OpenRouter's Models API. Nothing is sent yet.
 *
 * @throws ClientError `invalid-request` when both `region` and `baseUrl` are given
 * @example
 * ```ts
 * import { createOpenRouter } from "@truespec/openrouter-client";
 *
 * const openrouter = createOpenRouter({ region: "eu", appTitle: "My app" });
 * for (const model of await openrouter.models.list({ sort: "newest" })) {
 *   console.log(model.id, model.context_length);
 * }
 * ```
 */
export function createOpenRouter(options: OpenRouterOptions = {}): OpenRouter {
  const { apiKey, region, appUrl, appTitle, appCategories, headers, baseUrl, ...rest } = options;
  const base = chooseBaseUrl(region, baseUrl);
  const connection = createConnection({
    ...rest,
    ...(base !== undefined && { baseUrl: base }),
    ...(apiKey !== undefined && { auth: { apiKey } }),
    headers: {
      "HTTP-Referer": appUrl,
      "X-OpenRouter-Title": appTitle,
      "X-OpenRouter-Categories": appCategories?.join(","),
      ...(headers instanceof Headers ? Object.fromEntries(headers) : headers),
    },
  });
  return { ...connection, models: bindModels(connection) };
}

const hosts: Readonly<Record<Region, string>> = {
  eu: "https://eu.openrouter.ai/api/v1",
  us: "https://us.openrouter.ai/api/v1",
};

function chooseBaseUrl(region?: Region, baseUrl?: string): string | undefined {
  if (region === undefined) return baseUrl;
  if (baseUrl !== undefined) {
    throw new ClientError("invalid-request", "region and baseUrl exclude each other: give one");
  }
  if (Object.hasOwn(hosts, region)) return hosts[region];
  const known = Object.keys(hosts).join(", ");
  throw new ClientError(
    "invalid-request",
    `there is no region ${JSON.stringify(region)}: ${known}`,
  );
}
