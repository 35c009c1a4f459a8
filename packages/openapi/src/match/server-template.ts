import type { Server } from "../model/model.ts";
import { isUrl } from "../read/location.ts";

/** What a server's URL says, variables kept as `{name}`. */
export interface ServerTemplate {
  /** Host and port with the default port left out; undefined for a server relative to anything. */
  readonly host: string | undefined;
  /** Path segments before every path of the description. */
  readonly segments: readonly string[];
  readonly server: Server;
}

/** So many servers one may stand for, at most. */
const mostExpanded = 100;

/**
 * A server with each value of the variables that stand for more than a segment put in their place:
 * `{base}` that is `/shop/v1`, or a whole URL. Variables within a segment stay; one at the start of the URL
 * may be any host too, where its default does not tell (`{endpoint}/v1`, by default `none`).
 */
export function expandServer(server: Server): readonly Server[] {
  let expanded = [server];
  for (const { name, default: byDefault, values } of server.variables) {
    const template = `{${name}}`;
    const mayBeHost = server.url.startsWith(template) && !server.url.startsWith(`${template}:`);
    if (!byDefault.includes("/") && !mayBeHost) continue;
    const all = byDefault.includes("/")
      ? [...new Set([byDefault, ...values])].slice(0, mostExpanded)
      : [template, `https://${template}`];
    expanded = expanded
      .flatMap((one) => all.map((value) => fill(one, name, value)))
      .slice(0, mostExpanded);
  }
  return expanded;
}

/** A server with the default of each variable in its place. */
export function fillServer(server: Server): Server {
  return server.variables.reduce(
    (one, { name, default: byDefault }) => fill(one, name, byDefault),
    server,
  );
}

/** What two spellings of one address have in common: the case of scheme and host, a default port and a trailing slash tell nothing. */
export function spellServer(server: Server): string {
  const { host, segments } = parseServer(server, "");
  const [scheme = ""] = /^[^/]*(?=\/\/)/.exec(server.url.trim()) ?? [];
  return `${scheme.toLowerCase()}//${host ?? ""}/${segments.join("/")}`;
}

function fill(server: Server, name: string, value: string): Server {
  return { ...server, url: server.url.replaceAll(`{${name}}`, () => value) };
}

/**
 * Reads a server's URL. A relative one is resolved against the description's location when that is
 * a URL, and fits any host otherwise.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function parseServer(server: Server, description: string): ServerTemplate {
  const url = server.url.trim();
  const [plain = ""] = url.split(/[?#]/, 1);
  const absolute = /^([a-z][a-z0-9+.-]*|\{[^{}]*\}):\/\/([^/]*)(.*)$/i.exec(plain);
  if (absolute !== null) {
    const [, scheme = "", host = "", path = ""] = absolute;
    return { host: plainHost(scheme, host), segments: segmentsOf(path), server };
  }
  const networkPath = /^\/\/([^/]*)(.*)$/.exec(plain);
  if (networkPath !== null) {
    return {
      host: plainHost("", networkPath[1] ?? ""),
      segments: segmentsOf(networkPath[2] ?? ""),
      server,
    };
  }
  if (isUrl(description) && URL.canParse(plain.replaceAll(/[{}]/g, "x"), description)) {
    return parseServer({ ...server, url: joinUrl(description, plain) }, "");
  }
  return { host: undefined, segments: segmentsOf(plain), server };
}

/** Host and port of a request URL, as {@link ServerTemplate.host} spells them. */
export function hostOf(url: URL): string {
  return plainHost(url.protocol.slice(0, -1), url.host);
}

/** Host and port of a request URL, the default port too. */
export function originOf(url: URL): string {
  const defaults: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };
  return `${url.hostname}:${url.port || defaults[url.protocol] || ""}`;
}

/** The segments of a path, without those that a trailing or doubled slash would add, and where its dots lead. */
export function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments;
}

function plainHost(scheme: string, host: string): string {
  const port = /^http$/i.test(scheme) ? ":80" : /^https$/i.test(scheme) ? ":443" : undefined;
  const lower = host.slice(host.lastIndexOf("@") + 1).toLowerCase();
  return port !== undefined && lower.endsWith(port) ? lower.slice(0, -port.length) : lower;
}

function joinUrl(base: string, path: string): string {
  const { origin, pathname } = new URL(base);
  return path.startsWith("/")
    ? `${origin}${path}`
    : `${origin}${pathname.slice(0, pathname.lastIndexOf("/") + 1)}${path}`;
}
