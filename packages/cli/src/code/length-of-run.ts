import process from "node:process";
import v8 from "node:v8";

/**
 * Tells V8 that a run is short:
 * - It waits longer before it compiles a function anew for speed: until a million bytes of its code have
 *   run instead of 67,584. A run of a few seconds spends up to half of its CPU on that, and is over before
 *   it has paid; a long one does not feel the difference.
 * - It collects earlier what is no longer needed: new objects while there is a megabyte of them, and old
 *   ones whenever there are 1.4 times as many. That takes a quarter less memory.
 *
 * Node.js 22 and newer have a compiler between, and gain nothing by any of these.
 */
export function expectShortRun(): void {
  setFlags(["--interrupt-budget=1000000", "--semi-space-growth-factor=1", collectingAt(40)]);
}

/** Lets V8 collect as late as it does by itself: what reads gigabytes would spend half of its time on that. */
export function expectLongRun(): void {
  setFlags(["--semi-space-growth-factor=2", collectingAt(0)]);
}

/** Old objects are collected when they have grown by so many per cent; 0 leaves it to V8. */
function collectingAt(percent: number): string {
  return `--heap-growing-percent=${percent}`;
}

function setFlags(flags: readonly string[]): void {
  if (Number.parseInt(process.versions.node, 10) >= 22) return;
  for (const flag of flags) v8.setFlagsFromString(flag);
}
