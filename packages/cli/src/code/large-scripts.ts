import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { constants, Script } from "node:vm";
import { type CodeStore, openCodeStore } from "./code-store.ts";
import { createScratch, type Scratch } from "./scratch.ts";

/** Smaller ones, in bytes, compile as fast as what is kept of them is read. */
const large = 500_000;

/**
 * Loads large CommonJS modules from what was kept of them, and keeps what it compiles. It is taken after
 * a module has run, when V8 has compiled what running it takes; else the next run would do that again.
 *
 * @param folder made for this user alone where it is missing, and left aside where it is not
 * @param user the user's number; undefined where the system has none
 */
export function keepLargeScripts(folder: string, user: number | undefined): void {
  const { extensions } = createRequire(import.meta.url);
  const load = extensions[".js"];
  const scratch = createScratch();
  const store = openCodeStore(folder, user);
  extensions[".js"] = (module, path) => {
    const script = statSync(path).size < large ? undefined : compile(path, store, scratch);
    if (script === undefined) return load?.(module, path);
    script.run(module);
  };
}

interface Compiled {
  readonly run: (module: NodeJS.Module) => void;
}

/** Undefined for what is no script by itself: Node.js tells what it is, or what is wrong with it. */
function compile(path: string, store: CodeStore, scratch: Scratch): Compiled | undefined {
  const { source, stats } = readWrapped(path, scratch);
  const script = tryCompile(source, path, store.find(path, stats, scratch));
  scratch(0);
  if (script === undefined) return undefined;
  return {
    run: (module) => {
      const main: CallableFunction = script.runInThisContext();
      const parameters = [module.exports, createRequire(path), module, path, dirname(path)];
      Reflect.apply(main, module.exports, parameters);
      // Undefined where nothing was found
      const isKept = script.cachedDataRejected === false;
      if (!isKept) store.keep(path, stats, () => script.createCachedData());
    },
  };
}

function tryCompile(source: string, path: string, kept: Buffer | undefined): Script | undefined {
  try {
    return new Script(source, {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(kept === undefined ? {} : { cachedData: kept }),
    });
  } catch {
    return undefined;
  }
}

const head = Buffer.from("(function (exports, require, module, __filename, __dirname) { ");
const tail = Buffer.from("\n})");

/** A module as the function that Node.js makes of it. One text, for V8 holds it as long as the module. */
function readWrapped(
  path: string,
  scratch: Scratch,
): { readonly source: string; readonly stats: Stats } {
  const file = openSync(path, "r");
  try {
    const stats = fstatSync(file);
    const bytes = scratch(head.length + stats.size + tail.length);
    head.copy(bytes);
    const end = head.length + readSync(file, bytes, head.length, stats.size, 0);
    tail.copy(bytes, end);
    return { source: bytes.toString("utf8", 0, end + tail.length), stats };
  } finally {
    closeSync(file);
  }
}
