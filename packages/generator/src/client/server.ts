import type { Server } from "@truespec/openapi";

/**
 * The URL of the first server, its variables at their defaults; a relative one is resolved against the
 * description's own URL. Undefined where that gives no absolute URL: then only the caller knows.
 */
export function findBaseUrl(servers: readonly Server[], source: string): string | undefined {
  const [server] = servers;
  if (server === undefined) {
    return undefined;
  }
  const filled = server.url.replace(
    /\{([^{}]+)\}/g,
    (template, name: string) =>
      server.variables.find((variable) => variable.name === name)?.default ?? template,
  );
  const url =
    /^https?:/i.test(source) && URL.canParse(filled, source)
      ? new URL(filled, source).href
      : filled;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** A server that the caller may choose, as the runtime fills it in. */
export interface ChosenServer {
  /** An absolute URL, or a template of one. */
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: Server["variables"];
}

/** The servers that a caller can choose from: none where there is one alone, and nothing in it varies. */
export function choosableServers(
  servers: readonly Server[],
  source: string,
): readonly ChosenServer[] {
  const absolute = servers.flatMap((server): ChosenServer[] => {
    const filled = findBaseUrl([server], source);
    const isTemplate = /^(https?:\/\/|\{)/i.test(server.url);
    const { description } = server;
    if (filled === undefined) {
      return [];
    }
    return [isTemplate ? server : { url: filled, description, variables: [] }];
  });
  const [first, ...others] = absolute;
  const isFirst = first !== undefined && findBaseUrl(servers, source) !== undefined;
  return isFirst && (others.length > 0 || first.variables.length > 0) ? absolute : [];
}
