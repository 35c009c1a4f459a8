import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const name = "truespec";

/**
 * Where what was generated from a folder's descriptions is remembered: `node_modules/.cache/truespec`
 * of the nearest project, else `truespec` in the user's cache folder (`XDG_CACHE_HOME`,
 * `LOCALAPPDATA`, `~/.cache`).
 *
 * @returns undefined where there is neither; the folder need not exist
 */
export function findCacheFolder(
  folder: string,
  env: { readonly [name: string]: string | undefined },
): string | undefined {
  const modules = findModules(folder);
  if (modules !== undefined) return join(modules, ".cache", name);
  const users = env["XDG_CACHE_HOME"] || env["LOCALAPPDATA"];
  if (users) return join(users, name);
  return env["HOME"] ? join(env["HOME"], ".cache", name) : undefined;
}

function findModules(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  const above = dirname(folder);
  return above === folder ? undefined : findModules(above);
}
