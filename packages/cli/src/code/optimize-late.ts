import process from "node:process";
import v8 from "node:v8";

/**
 * Lets V8 wait longer before it compiles a function anew for speed: until it has run a million bytes of its
 * code instead of 67,584. A run of a few seconds spends up to half of its CPU on that, and is over before
 * it has paid; a long one does not feel the difference. Node.js 22 and newer have a compiler between.
 */
export function optimizeLate(): void {
  if (Number.parseInt(process.versions.node, 10) < 22) {
    v8.setFlagsFromString("--interrupt-budget=1000000");
  }
}
