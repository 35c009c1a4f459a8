import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DocumentEdit } from "../edit/edit.ts";
import { editDocument } from "../edit/edit-document.ts";
import { loadDescription } from "../load/load-description.ts";
import { createSourceReader } from "../read/source-reader.ts";
import { catalogue } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";

const pages = join(import.meta.dirname, "../../../../docs/diagnostics");
const codes = Object.keys(catalogue).sort();

/** The files of an example: each is a fence whose info string ends with its name. */
function findFiles(page: string): ReadonlyMap<string, Uint8Array> {
  const fences = page.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm);
  return new Map(
    [...fences].map(([, language, name = "", body = ""]) => [
      name,
      language === "hex" ? Buffer.from(body.replace(/\s/g, ""), "hex") : Buffer.from(body),
    ]),
  );
}

/** What an example makes this package say: its overlays are applied, its edits made. */
async function run(files: ReadonlyMap<string, Uint8Array>): Promise<readonly Diagnostic[]> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-pages-"));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const names = [...files.keys()];
  const root = names.find((name) => name.startsWith("openapi.")) ?? "openapi.yaml";
  const edits = files.get("edits.json");
  if (edits !== undefined) {
    // The page's own JSON
    const parsed = JSON.parse(Buffer.from(edits).toString()) as readonly DocumentEdit[];
    return editDocument(readFileSync(join(folder, root), "utf8"), parsed, root).diagnostics;
  }
  const { diagnostics } = await loadDescription(join(folder, root), {
    overlays: names.filter((name) => name.includes(".overlay.")).map((name) => join(folder, name)),
    read: createSourceReader({ allowNetwork: false }),
  });
  return diagnostics;
}

test("each diagnostic has its page, and each page its diagnostic", () => {
  const names = readdirSync(pages).filter((name) => name.endsWith(".md") && name !== "README.md");
  expect(names.sort()).toEqual(codes.map((code) => `${code}.md`));
});

test.each(Object.entries(catalogue))("the page of %s shows it", async (code, { severity }) => {
  const page = readFileSync(join(pages, `${code}.md`), "utf8");
  const [title, , meaning] = page.split("\n");
  expect(title).toBe(`# ${code}`);
  expect(meaning?.toLowerCase().startsWith(`*${severity}.* `)).toBe(true);
  expect(page).toMatch(/^## Example\n/m);
  expect(page).toMatch(/^## How to mend it\n\n\S/m);
  const found = await run(findFiles(page));
  const shown = new Set(found.map((diagnostic) => diagnostic.code));
  expect([...shown]).toContain(code);
  // What comes with it has its page named
  for (const other of shown) if (other !== code) expect(page).toContain(`(${other}.md)`);
});
