import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";

/** A description, and what must come of it. */
export interface TortureCase {
  readonly name: string;
  /** By path: text, bytes, or where a symbolic link leads. `openapi.yaml` or `openapi.json` is the root. */
  readonly files: { readonly [path: string]: string | Uint8Array | { readonly link: string } };
  /** The operations' labels, in document order; undefined where there is no model. */
  readonly labels: readonly string[] | undefined;
  /** The codes of all diagnostics, each once, sorted; `any` where that is not the question. Default: none. */
  readonly codes?: readonly string[] | "any";
  /** What else must hold of the model. */
  readonly check?: (description: Description) => void;
  /** Why the case is known to fail; once it passes, this must go. */
  readonly fault?: string;
}

/** Makes a test of each case. */
export function runCases(cases: readonly TortureCase[]): void {
  test.for(cases.filter(({ fault }) => fault === undefined))("$name", checkCase);
  test.for(cases.filter(({ fault }) => fault !== undefined))("$name: $fault", async (given) => {
    await expect(checkCase(given)).rejects.toThrow();
  });
}

/** How long one description may take, in milliseconds, on a machine that is busy. */
const slowest = 30_000;

/** How large the process may be afterwards, in bytes. */
const largest = 2 * 1024 ** 3;

/** Loads a case from a folder of its own. */
export async function checkCase(given: TortureCase): Promise<void> {
  const folder = writeFiles(given.files);
  const root = Object.hasOwn(given.files, "openapi.json") ? "openapi.json" : "openapi.yaml";
  const started = performance.now();
  const result = await loadDescription(join(folder, root), {
    read: createSourceReader({ allowNetwork: false }),
  });
  const time = performance.now() - started;
  rmSync(dirname(folder), { recursive: true });
  const codes = [...new Set(result.diagnostics.map(({ code }) => code))].sort();
  if (given.codes !== "any") expect(codes).toEqual(given.codes ?? []);
  const labels = result.ok ? result.description.operations.map(({ label }) => label) : undefined;
  expect(labels).toEqual(given.labels);
  if (result.ok) given.check?.(result.description);
  expect(time).toBeLessThan(slowest);
  expect(process.memoryUsage.rss()).toBeLessThan(largest);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
}

/** The folder lies in one that is new as well, so that `..` leads nowhere else. */
function writeFiles(files: TortureCase["files"]): string {
  const folder = join(mkdtempSync(join(tmpdir(), "truespec-torture-")), "api");
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
  return folder;
}

/** A sound root document with more members, as YAML. */
export function withYaml(members: string, version = "3.1.0"): string {
  return `openapi: ${version}\ninfo: { title: T, version: "1" }\n${members}`;
}

/** An operation that says no more than it must, as flow YAML. */
export const operation = '{ responses: { "200": { description: ok } } }';

/** A root document with one operation, `GET /a`, and these component schemas. */
export function withSchemas(schemas: string, version = "3.1.0"): string {
  const lines = schemas.replace(/^(?=.)/gm, "    ");
  return withYaml(
    `paths: { /a: { get: ${operation} } }\ncomponents:\n  schemas:\n${lines}\n`,
    version,
  );
}
