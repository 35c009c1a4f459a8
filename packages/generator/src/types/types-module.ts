import type { GenerateOptions } from "../options.ts";

/** How the other generated modules import the types; undefined where there are none to import. */
export interface TypesModule {
  /** From a module in the output directory itself: `./types.js`. */
  readonly fromRoot: string;
  /** From a module in a folder of it: `../types.js`. */
  readonly fromFolder: string;
}

/**
 * Where the types stand: beside the client, or in `typesFrom`.
 *
 * `.js` holds everywhere: TypeScript reads `types.ts` for it in a source folder and `types.d.ts` in a
 * built package, and nothing imports it at run time. The validators of a package are not built, so
 * they look into its `dist`.
 */
export function findTypesModule(options: GenerateOptions): TypesModule | undefined {
  const { typesFrom } = options;
  if (options.emit.includes("types")) {
    const isPackage = options.packageName !== undefined;
    return { fromRoot: "./types.js", fromFolder: isPackage ? "../dist/types.js" : "../types.js" };
  }
  if (typesFrom === undefined) {
    return undefined;
  }
  const isRelative = /^\.\.?\//.test(typesFrom);
  return { fromRoot: typesFrom, fromFolder: isRelative ? `../${typesFrom}` : typesFrom };
}
