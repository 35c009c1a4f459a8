import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["TRUESPEC_CORPUS"];

/** Every description of `TRUESPEC_CORPUS`, as paths below it; undefined where that names no folder. */
export function listCorpus(): readonly string[] | undefined {
  if (folder === undefined) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return files.filter((file) => !file.includes("/") && /\.(json|ya?ml)$/.test(file));
}

/** Where a description of the corpus is. */
export function locateCorpus(file: string): string {
  return join(folder ?? "", file);
}
