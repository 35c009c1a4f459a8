import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { isGzip } from "./content-coding.ts";

type Chunks = AsyncIterable<Uint8Array>;

/** The bytes of a recording as UTF-8: unpacks gzip, and recodes UTF-16, as PowerShell writes it. Both are known by their first bytes. */
export function readFileText(chunks: Chunks): Chunks {
  return recodeUtf16(unpackGzip(chunks));
}

async function* unpackGzip(chunks: Chunks): Chunks {
  const { head, all } = await peek(chunks);
  if (!isGzip(head)) yield* all;
  else {
    const source = Readable.from(all);
    const unpacked = createGunzip();
    source.on("error", (error) => unpacked.destroy(error));
    yield* source.pipe(unpacked);
  }
}

async function* recodeUtf16(chunks: Chunks): Chunks {
  const { head, all } = await peek(chunks);
  const encoding = utf16Of(head);
  if (encoding === undefined) yield* all;
  else {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  }
}

/** @see https://encoding.spec.whatwg.org/#bom-sniff */
function utf16Of(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** The first two bytes at least, where there are so many, and everything. */
async function peek(chunks: Chunks): Promise<{ readonly head: Uint8Array; readonly all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, all: follow(head, iterator) };
}

async function* follow(head: Uint8Array, rest: AsyncIterator<Uint8Array>): Chunks {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
