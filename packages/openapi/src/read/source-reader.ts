import { isUrl } from "./location.ts";
import { readNamedFile, readReferencedFile } from "./read-file.ts";
import { readUrl } from "./read-url.ts";
import type { ReadBytes, ReadSource } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** How sources are read. */
export interface SourceReaderOptions {
  /** Whether URLs are read at all: the root document's as well as those of `$ref`s. */
  readonly allowNetwork: boolean;
  /** Reads standard input to its end; without it `-` is refused. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** Of one source. Default: 256 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds for one URL. Default: 30,000. */
  readonly timeout?: number;
  /** Folders that a `$ref` may read from, beside those around the root document. Default: none. */
  readonly folders?: readonly string[];
}

/**
 * The edge to files and network.
 *
 * What the user names is read wherever it lies. What a `$ref` names is read below the root
 * document's folder, below `folders`, or, when it is a JSON or YAML file, below the folder above
 * the root document's; all else is refused with the code `denied`. A description that came over
 * the network never reads local files.
 *
 * @example
 * ```ts
 * import { createSourceReader, loadDescription } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const result = await loadDescription("openapi.yaml", { read });
 * ```
 */
export function createSourceReader(options: SourceReaderOptions): ReadSource {
  const maxBytes = options.maxBytes ?? 256 * 1024 * 1024;
  const files = { maxBytes, folders: options.folders ?? [] };
  const urls = { maxBytes, fetch: options.fetch ?? fetch, timeout: options.timeout ?? 30_000 };
  return async (location, referrer) => {
    if (location === "-" && referrer === undefined) return readStandardInput(options);
    if (isUrl(location)) {
      if (!options.allowNetwork) throw networkIsOff(location);
      return readUrl(location, urls);
    }
    if (referrer === undefined) return readNamedFile(location, files);
    if (isUrl(referrer)) throw localFromNetwork(location, referrer);
    return readReferencedFile(location, referrer, files);
  };
}

async function readStandardInput(options: SourceReaderOptions): Promise<ReadBytes> {
  if (options.stdin === undefined) {
    throw new SourceError("unreadable", "-", "standard input is not available here");
  }
  return { location: "-", bytes: await options.stdin() };
}

function networkIsOff(location: string): SourceError {
  return new SourceError(
    "network-off",
    location,
    `${location} is on the network, which is not allowed in this run`,
  );
}

function localFromNetwork(location: string, referrer: string): SourceError {
  return new SourceError("denied", location, `${referrer} may not read local files`);
}
