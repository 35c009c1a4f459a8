import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["TRUESPEC_CORPUS"];

/** Every description of `TRUESPEC_CORPUS`, as paths below it; undefined where that names no folder. */
export function listCorpus(): readonly string[] | undefined {
  if (folder === undefined) return undefined;
  const files = readdirSync(folder, { withFileTypes: true });
  const roots = files.filter((file) => file.isFile() && /\.(json|ya?ml)$/.test(file.name));
  const separate = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|\/)(openapi|swagger)\.(json|ya?ml)$/.test(path),
  );
  return [...new Set([...roots.map((file) => file.name), ...separate])].sort();
}

/** Where a description of the corpus is. */
export function locateCorpus(file: string): string {
  return join(folder ?? "", file);
}
