import type { GeneratedFile } from "../options.ts";

/** The file in the output directory that lists what an earlier run wrote there. */
export const manifestPath = ".truespec-manifest.json";

/** The manifest of these files. `package.json` is left out: people own a part of it. */
export function printManifest(files: readonly GeneratedFile[]): GeneratedFile {
  const paths = files.map((file) => file.path).filter((path) => path !== "package.json");
  const text = JSON.stringify({ version: 1, files: [...paths].sort() }, null, 2);
  return { path: manifestPath, text: `${text}\n` };
}

/** The paths in a manifest; none where it is unreadable. Paths that would leave the directory are passed over. */
export function parseManifest(text: string): readonly string[] {
  const files = findFiles(parseJson(text));
  return files.filter((path): path is string => typeof path === "string" && isInside(path));
}

/** Whether a path stays inside of the directory that it is relative to. */
export function isInside(path: string): boolean {
  const steps = path.split("/");
  return !path.includes("\\") && !/^[A-Za-z]:/.test(path) && steps.every(isStep);
}

function isStep(step: string): boolean {
  return step !== "" && step !== "." && step !== "..";
}

function findFiles(value: unknown): readonly unknown[] {
  const hasFiles = typeof value === "object" && value !== null && "files" in value;
  return hasFiles && Array.isArray(value.files) ? value.files : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
