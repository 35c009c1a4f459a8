import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** What publint and arethetypeswrong say of a package, unpacked and as the tarball that it came in. */
export async function lintPackage(folder: string, tarball: string): Promise<readonly unknown[]> {
  const { messages } = await publint({ pkgDir: folder, pack: false, strict: true });
  const text = readFileSync(join(folder, "package.json"), "utf8");
  const told = messages.map((message) => formatMessage(message, JSON.parse(text)));
  const data = new Uint8Array(readFileSync(tarball));
  const { problems } = {
    problems: [],
    ...(await checkPackage(createPackageFromTarballData(data))),
  };
  // Ranges that only a workspace understands
  const ranges = text.match(/"(workspace|catalog):[^"]*"/g) ?? [];
  return [...told, ...problems.filter((problem) => !isEsmOnly(problem)), ...ranges];
}

/**
 * The packages are ES modules with `exports`: a CommonJS file under TypeScript's node16 has to
 * import() them, and TypeScript's node10, which knows no `exports`, finds none of their parts but the
 * main one.
 */
function isEsmOnly(problem: object): boolean {
  const { kind, resolutionKind } = { kind: "", resolutionKind: "", ...problem };
  return kind === "CJSResolvesToESM" || resolutionKind === "node10";
}
