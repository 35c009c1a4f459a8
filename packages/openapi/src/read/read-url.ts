import type { ReadBytes } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** What a URL may be read under. */
export interface UrlLimits {
  readonly fetch: typeof fetch;
  readonly maxBytes: number;
  /** Milliseconds for the whole answer. */
  readonly timeout: number;
}

/** Reads an http(s) URL, redirects followed. Throws a {@link SourceError}. */
export async function readUrl(location: string, limits: UrlLimits): Promise<ReadBytes> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const response = await limits.fetch(location, {
      signal,
      headers: { accept: "application/yaml, application/json, text/yaml, */*;q=0.5" },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new SourceError("http", location, `${location} answered ${response.status}`);
    }
    const bytes = await readBody(response, location, limits.maxBytes);
    return { location: response.url === "" ? location : response.url, bytes };
  } catch (cause) {
    throw toSourceError(location, signal, cause);
  }
}

async function readBody(
  response: Response,
  location: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new SourceError("too-large", location, `${location} is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toSourceError(location: string, signal: AbortSignal, cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  if (signal.aborted) {
    return new SourceError("timeout", location, `${location} did not answer in time`, cause);
  }
  return new SourceError(
    "network",
    location,
    `${location} could not be reached: ${reasonOf(cause)}`,
    cause,
  );
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // fetch says "fetch failed" and keeps the reason in its cause
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
