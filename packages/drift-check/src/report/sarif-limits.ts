import { gzipSync } from "node:zlib";

/**
 * What code scanning takes of one log; it refuses what is more.
 *
 * @see https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads
 */
const mostResults = 25_000;
/** Packed by gzip. */
const mostBytes = 10_000_000;

/** Prints as many items as code scanning takes, the first ones. */
export function printWithinLimits<T>(
  items: readonly T[],
  print: (kept: readonly T[]) => string,
): string {
  let kept = items.slice(0, mostResults);
  for (;;) {
    const text = print(kept);
    const size = packedSize(text);
    if (size <= mostBytes || kept.length === 0) return text;
    kept = kept.slice(0, Math.floor((0.9 * kept.length * mostBytes) / size));
  }
}

/** What is small enough as it is need not be packed to know it: a character is three bytes at most. */
function packedSize(text: string): number {
  return text.length * 3 <= mostBytes ? 0 : gzipSync(text).byteLength;
}
