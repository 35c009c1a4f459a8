/// <reference lib="es2024.arraybuffer" />
import { Buffer } from "node:buffer";

/** Memory of a size, whose bytes may be any. What was given before is lost with it; 0 gives all of it back. */
export type Scratch = (size: number) => Buffer;

const most = 64 * 2 ** 20;

/**
 * Memory for what is read and needed no more a moment later. V8 would clear it away once it sees a reason
 * to, which in a short run is never: reading three modules and their code left 20 MB behind.
 */
export function createScratch(): Scratch {
  const memory = new ArrayBuffer(0, { maxByteLength: most });
  return (size) => {
    if (size > most) return Buffer.allocUnsafeSlow(size);
    memory.resize(size);
    return Buffer.from(memory, 0, size);
  };
}
