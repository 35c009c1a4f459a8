import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { HeaderField } from "./exchange.ts";
import { findHeader } from "./headers.ts";
import { maxBodyBytes } from "./limits.ts";

type Unpack = (bytes: Uint8Array) => Uint8Array;

const options = { maxOutputLength: maxBodyBytes };
const gunzip: Unpack = (bytes) => gunzipSync(bytes, options);

/** By the names of RFC 9110, 8.4.1. What servers call `deflate` comes with and without zlib's header. */
const codings: ReadonlyMap<string, readonly Unpack[]> = new Map([
  ["gzip", [gunzip]],
  ["x-gzip", [gunzip]],
  ["br", [(bytes) => brotliDecompressSync(bytes, options)]],
  ["deflate", [(bytes) => inflateSync(bytes, options), (bytes) => inflateRawSync(bytes, options)]],
]);

/**
 * Unpacks what a recording left packed. Most recordings and every `fetch` unpack bodies and keep `Content-Encoding`, so
 * that text is taken for unpacked, and so is what a named coding cannot read; gzip is known by its first bytes.
 *
 * @throws when gzip is broken, or anything would unpack to more than `maxBodyBytes`
 */
export function unpackBody(bytes: Uint8Array, headers: readonly HeaderField[]): Uint8Array {
  const named = findHeader(headers, "content-encoding")?.toLowerCase().split(",") ?? [];
  const unpacked = named.reduceRight(
    (rest, name) => (isUtf8(rest) ? rest : unpackOnce(rest, codings.get(name.trim()) ?? [])),
    bytes,
  );
  return isGzip(unpacked) ? gunzip(unpacked) : unpacked;
}

/** Tells whether bytes begin as gzip does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpackOnce(bytes: Uint8Array, ways: readonly Unpack[]): Uint8Array {
  for (const unpack of ways) {
    try {
      return unpack(bytes);
    } catch (error) {
      if (error instanceof RangeError) throw error;
    }
  }
  return bytes;
}
