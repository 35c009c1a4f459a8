import { Buffer } from "node:buffer";

/** Memory of a size, whose bytes may be any; what was given before is the same memory. */
export type Scratch = (size: number) => Buffer;

/**
 * Memory for what is read and needed no more a moment later. V8 does not see how much of it waits to be
 * cleared away: reading three modules and their code left 20 MB behind.
 */
export function createScratch(): Scratch {
  // What is not touched takes no room
  let memory = Buffer.allocUnsafeSlow(16 * 2 ** 20);
  return (size) => {
    if (size > memory.length) memory = Buffer.allocUnsafeSlow(size);
    return memory.subarray(0, size);
  };
}
