import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSourceReader, loadDocument, parseOverlay } from "@truespec/openapi";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { failures } from "./failures.ts";

const suites = process.env["TRUESPEC_SUITES"];
const folder = suites === undefined ? undefined : join(suites, "overlay");
const missing =
  "TRUESPEC_SUITES names no folder with overlay/: see https://github.com/OAI/Overlay-Specification";

/** The names in a folder of the suite; one row that is skipped aloud where there is no suite. */
function list(...path: readonly string[]): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return ["(no suite)"];
  return readdirSync(join(folder, ...path)).filter((name) => name !== "README.md");
}

/** The path of a file of the suite. */
function find(...path: readonly string[]): string | undefined {
  return folder !== undefined && existsSync(folder) ? join(folder, ...path) : undefined;
}

/** Fails where a result is not the one that is expected, listed failures turned around. */
function judge(name: string, passes: boolean): void {
  const reason = failures.get(name);
  expect(passes, reason ?? `${name} should pass`).toBe(reason === undefined);
}

test.for(list("compliant-sets"))("compliant set %s", async (name, context) => {
  const set = find("compliant-sets", name);
  if (set === undefined) return context.skip(missing);
  const result = await loadDocument(join(set, "openapi.yaml"), {
    overlays: [join(set, "overlay.yaml")],
    read: createSourceReader({ allowNetwork: false }),
  });
  const want: unknown = parse(readFileSync(join(set, "output.yaml"), "utf8"));
  const got = result.ok ? result.document : result.diagnostics;
  if (failures.has(`compliant-sets/${name}`)) expect(got).not.toEqual(want);
  else expect(got).toEqual(want);
});

const versions = ["v1.0", "v1.1"];
const cases = versions.flatMap((version) =>
  ["pass", "fail"].flatMap((kind) =>
    list("tests", version, kind).map((file) => ({
      name: `tests/${version}/${kind}/${file}`,
      kind,
    })),
  ),
);

test.for(cases)("$name", ({ name, kind }, context) => {
  const path = find(name);
  if (path === undefined) return context.skip(missing);
  const { overlay } = parseOverlay(readFileSync(path, "utf8"), path);
  judge(name, (overlay !== undefined) === (kind === "pass"));
});

test("listed failures are files of the suite", (context) => {
  if (find("") === undefined) return context.skip(missing);
  const gone = [...failures.keys()].filter((name) => !existsSync(find(name) ?? ""));
  expect(gone).toEqual([]);
});
