import { ClientError } from "./error.ts";

/** A server of a description, as generated code describes it. */
export interface Server {
  /** A URL, or a template of one: `https://{region}.example.com`. */
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** What varies in the URL of a server. */
export interface ServerVariable {
  readonly default: string;
  /** All that it may be; absent where any text will do. */
  readonly values?: readonly string[];
}

/** The server that a caller chooses, by its URL as the description writes it, and what varies in it. */
export interface ServerChoice {
  /** Default: the first server. */
  readonly url?: string | undefined;
  /** Default: the description's. */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * The base URL of the chosen server.
 *
 * @throws ClientError `invalid-request` when there is no such server, or a variable may not be so
 * @example
 * ```ts
 * import { chooseServer } from "@truespec/client";
 *
 * const region = { default: "eu", values: ["eu", "us"] };
 * const servers = [{ url: "https://{region}.example.com", variables: { region } }];
 * console.log(chooseServer({ variables: { region: "us" } }, servers));
 * ```
 */
export function chooseServer(choice: ServerChoice | undefined, servers: readonly Server[]): string {
  const { url = servers[0]?.url, variables = {} } = choice ?? {};
  const server = servers.find((one) => one.url === url);
  if (server === undefined) {
    throw new ClientError("invalid-request", `there is no server ${JSON.stringify(url)}`);
  }
  return server.url.replace(/\{([^{}]+)\}/g, (template, name: string, index: number) => {
    const variable = Object.hasOwn(server.variables ?? {}, name) && server.variables?.[name];
    if (!variable) {
      return template;
    }
    const value = (Object.hasOwn(variables, name) && variables[name]) || variable.default;
    rejectValue(value, { name, variable, before: server.url.slice(0, index) });
    return value;
  });
}

interface Place {
  readonly name: string;
  readonly variable: ServerVariable;
  /** The template up to the variable. */
  readonly before: string;
}

/**
 * A value that somebody else chose must not lead to another host, where keys would go. What the
 * description says by default is its own word.
 */
function rejectValue(value: string, { name, variable, before }: Place): void {
  if (value === variable.default) return;
  const { values = [value] } = variable;
  if (!values.includes(value) || canLeadAway(value, before, variable.default)) {
    const allowed = variable.values?.join(", ") ?? "no /, ?, # or @ in a host";
    throw new ClientError(
      "invalid-request",
      `the server variable ${name} may not be so: ${allowed}`,
    );
  }
}

function canLeadAway(value: string, before: string, byDefault: string): boolean {
  // Two slashes at the start of a URL name a host.
  if (before === "/") return /^[/\\]/.test(value);
  // The path begins within the variable, as in `https://api.example.com{basePath}`.
  if (/\/\/[^/]+$/.test(before) && byDefault.startsWith("/") && value.startsWith("/")) return false;
  // A whole URL, as in `{baseUrl}/v1`, is what its caller says.
  return before !== "" && /^[^/]*(\/\/[^/]*)?$/.test(before) && /[/\\?#@]/.test(value);
}
