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
