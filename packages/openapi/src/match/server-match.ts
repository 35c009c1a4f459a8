import type { Server } from "../model/model.ts";
import { matchTemplate, parseTemplate } from "./path-template.ts";
import type { ServerTemplate } from "./server-template.ts";

/** A request's address, taken apart. */
export interface RequestAddress {
  /** Undefined for a request that was recorded with its path alone. */
  readonly host: string | undefined;
  /** The host with its port, also where that is the default one of its scheme. */
  readonly origin: string | undefined;
  /** As sent, the empty one behind a trailing slash included. */
  readonly segments: readonly string[];
}

/** The segments of a request path below a server; undefined when the request goes elsewhere. */
export function stripServer(
  template: ServerTemplate,
  address: RequestAddress,
): readonly string[] | undefined {
  const { server, host } = template;
  // Nobody writes a default port, and a variable may stand for it.
  const called = host !== undefined && /:\{[^{}]*\}$/.test(host) ? address.origin : address.host;
  if (host !== undefined && called !== undefined && !fits(host, called, server)) return undefined;
  const base = template.segments;
  const head = address.segments.slice(0, base.length);
  if (head.length < base.length) return undefined;
  const isBelow = base.every((segment, index) => fits(segment, head[index] ?? "", server));
  return isBelow ? address.segments.slice(base.length) : undefined;
}

function fits(template: string, text: string, server: Server): boolean {
  if (!template.includes("{")) return template === text.toLowerCase() || template === text;
  const values = matchTemplate(parseTemplate(`/${template}`), [text]);
  if (values === undefined) return false;
  return server.variables.every(({ name, values: allowed }) => {
    const value = values.get(name);
    return value === undefined || allowed.length === 0 || allowed.includes(value);
  });
}
