import type { GeneratedFile } from "../options.ts";
import { printBanner } from "../print/banner.ts";
import { needsBuild, printPackageJson } from "./package-json.ts";
import { printReadme } from "./readme.ts";
import type { PackageSource } from "./source.ts";
import { printTsconfig } from "./tsconfig.ts";

/** The files that make a package of the others: `package.json`, `README.md` and what builds it. */
export function emitPackage(source: PackageSource): readonly GeneratedFile[] {
  const { description, options } = source;
  return [
    { path: "package.json", text: printPackageJson(options, description.title) },
    printReadme(source),
    ...(needsBuild(options.emit) ? [printTsconfig(printBanner(options))] : []),
  ];
}
