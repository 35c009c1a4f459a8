#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import process from "node:process";
import { findCacheFolder } from "./cache/cache-folder.ts";

keepCompiledCode();

const { run } = await import("./program.ts");
const { createProcessTerminal } = await import("./terminal/process-terminal.ts");

process.exitCode = await run(createProcessTerminal(), process.argv.slice(2));

/**
 * A short command spends a third of its time on compiling what it loads. Node.js 22 and newer can keep
 * that: with the modules that this command was installed with, since it is trusted as they are.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiledCode(): void {
  const caching: typeof module & {
    readonly enableCompileCache?: (folder: string) => unknown;
  } = module;
  const folder = findCacheFolder(import.meta.dirname, process.env);
  if (folder !== undefined) caching.enableCompileCache?.(join(folder, "code"));
}
