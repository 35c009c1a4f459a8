import module from "node:module";
import { join } from "node:path";
import process from "node:process";
import { findCacheFolder } from "../cache/cache-folder.ts";
import { keepLargeScripts } from "./large-scripts.ts";

/**
 * Keeps what Node.js compiles of this command for the next run: a short run spends half of its time on
 * compiling what it loads. It lies with the modules that the command was installed with, since it is
 * trusted as they are. Node.js 22 and newer can do it themselves; before, only large scripts are kept.
 *
 * Whatever is in the way of it costs time and nothing else. `NODE_DISABLE_COMPILE_CACHE=1` switches it off.
 *
 * @param folder of the running module
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiledCode(
  folder: string,
  env: { readonly [name: string]: string | undefined },
): void {
  const caching: typeof module & {
    readonly enableCompileCache?: (folder: string) => unknown;
  } = module;
  const cache = findCacheFolder(folder, env);
  if (cache === undefined) return;
  const kept = join(cache, "code");
  if (caching.enableCompileCache !== undefined) caching.enableCompileCache(kept);
  else if (!env["NODE_DISABLE_COMPILE_CACHE"]) keepLargeScripts(kept, process.getuid?.());
}
