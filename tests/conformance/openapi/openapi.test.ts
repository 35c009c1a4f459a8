import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSourceReader, type LoadResult, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { refused, undiagnosed } from "./failures.ts";

const suites = process.env["TRUESPEC_SUITES"];
const folder = suites === undefined ? undefined : join(suites, "openapi");
const missing =
  "TRUESPEC_SUITES names no folder with openapi/: see https://github.com/OAI/OpenAPI-Specification";

/** The files of one kind, as paths in the suite; one row that is skipped aloud where there is no suite. */
function list(kind: "pass" | "fail"): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return ["(no suite)"];
  return ["v3.1", "v3.2"].flatMap((version) =>
    readdirSync(join(folder, version, kind)).map((file) => `${version}/${kind}/${file}`),
  );
}

/** The path of a file of the suite. */
function find(name: string): string | undefined {
  return folder !== undefined && existsSync(folder) ? join(folder, name) : undefined;
}

function load(path: string): Promise<LoadResult> {
  return loadDescription(path, { read: createSourceReader({ allowNetwork: false }) });
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

interface PathItem {
  readonly additionalOperations?: object;
  readonly $ref?: string;
}

/** Operations as written, counted without any code of ours. */
function countOperations(path: string): number {
  const document: {
    paths?: { [path: string]: PathItem };
    components?: { pathItems?: { [name: string]: PathItem } };
  } = parse(readFileSync(path, "utf8"));
  const items = Object.entries(document.paths ?? {}).filter(([key]) => key.startsWith("/"));
  return items.reduce((count, [, written]) => {
    const name = written.$ref?.split("/").at(-1) ?? "";
    const item = document.components?.pathItems?.[name] ?? written;
    const fixed = Object.keys(item).filter((key) => methods.includes(key));
    return count + fixed.length + Object.keys(item.additionalOperations ?? {}).length;
  }, 0);
}

test.for(list("pass"))("%s", async (name, context) => {
  const path = find(name);
  if (path === undefined) return context.skip(missing);
  const result = await load(path);
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  const isSound = result.ok && errors.length === 0;
  const says = errors.map(({ message }) => message).join("\n");
  expect(isSound, refused.get(name) ?? says).toBe(!refused.has(name));
  expect(result.ok && result.description.operations.length).toBe(countOperations(path));
});

test.for(list("fail"))("%s", async (name, context) => {
  const path = find(name);
  if (path === undefined) return context.skip(missing);
  const { diagnostics } = await load(path);
  const reason = undiagnosed.get(name);
  expect(diagnostics.length > 0, reason ?? `${name} is not diagnosed`).toBe(reason === undefined);
});

test("listed failures are files of the suite", (context) => {
  if (find("") === undefined) return context.skip(missing);
  const names = [...refused.keys(), ...undiagnosed.keys()];
  expect(names.filter((name) => !existsSync(find(name) ?? ""))).toEqual([]);
});
