import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { JsonObject } from "@truespec/json-schema";
import { type LoadResult, loadDescription } from "../src/load/load-description.ts";
import type { Description } from "../src/model/model.ts";
import { createSourceReader } from "../src/read/source-reader.ts";

/** Files by path, as texts. */
export type Files = { readonly [path: string]: string };

/** Writes files into a new folder and answers its path. */
export function createFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "truespec-openapi-"));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Loads `openapi.yaml` of some files, with overlays among them. */
export async function loadFiles(
  files: Files,
  overlays: readonly string[] = [],
): Promise<LoadResult> {
  const folder = createFolder(files);
  return loadDescription(join(folder, "openapi.yaml"), {
    read: createSourceReader({ allowNetwork: false }),
    overlays: overlays.map((name) => join(folder, name)),
  });
}

/** The model of some files; fails where an error forbids one. */
export async function describeFiles(files: Files): Promise<Description> {
  const result = await loadFiles(files);
  if (result.ok) return result.description;
  throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
}

/** The model of a document that stands in one file. */
export function describe(document: JsonObject): Promise<Description> {
  return describeFiles({ "openapi.yaml": JSON.stringify(document) });
}

/** A sound OpenAPI 3.1 document with other members in place. */
export function withMembers(members: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...members };
}

/** What a diagnostic says, and where: `code file:line /pointer`. */
export function summarize({ diagnostics }: LoadResult): string[] {
  return diagnostics.map(({ code, location }) => {
    const file = location?.source.split("/").at(-1) ?? "";
    return location === undefined ? code : `${code} ${file}:${location.line} ${location.pointer}`;
  });
}
