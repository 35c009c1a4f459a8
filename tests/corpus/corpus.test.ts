import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createValidator, openSchemas } from "@truespec/json-schema";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = process.env["TRUESPEC_CORPUS"];
const missing =
  "TRUESPEC_CORPUS names no folder of descriptions: put some OpenAPI or Swagger 2.0 files into one";

/** Every description below the folder: each file that says OpenAPI 3.x or Swagger 2.0. */
function findDescriptions(): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return ["(no corpus)"];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:json|ya?ml)$/.test(name) && statSync(join(folder, name)).isFile())
    .filter((name) =>
      /^\s*["']?(?:openapi["']?\s*:\s*["']?3|swagger["']?\s*:\s*["']?2)\./m.test(
        readFileSync(join(folder, name), "utf8"),
      ),
    )
    .sort();
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Operations as written, counted without any code of ours. */
function countOperations(path: string): number {
  const text = readFileSync(path, "utf8");
  const document: { paths?: { [path: string]: object } } = path.endsWith(".json")
    ? JSON.parse(text)
    : parse(text, { merge: true, maxAliasCount: -1 });
  return Object.values(document.paths ?? {}).flatMap((pathItem) =>
    Object.keys(pathItem).filter((key) => methods.includes(key)),
  ).length;
}

async function load(path: string): Promise<Description> {
  const result = await loadDescription(path, { read: createSourceReader({ allowNetwork: false }) });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (result.ok && errors.length === 0) return result.description;
  throw new Error(errors.map(({ message }) => message).join("\n"));
}

/** The pointers of all schemas that the model names. */
function schemaPointers(description: Description): readonly string[] {
  const held = description.operations.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters,
    ...(requestBody?.content ?? []),
    ...responses.flatMap(({ headers, content }) => [...headers, ...content]),
  ]);
  const pointers = held.flatMap(({ schemaPointer }) => schemaPointer ?? []);
  return [...new Set([...description.schemas.map(({ pointer }) => pointer), ...pointers])];
}

test.for(findDescriptions())("%s", async (name, context) => {
  if (folder === undefined || !existsSync(folder)) return context.skip(missing);
  const path = join(folder, name);
  const started = performance.now();
  const description = await load(path);
  const loaded = performance.now();
  expect(description.operations).toHaveLength(countOperations(path));
  expect(new Set(description.operations.map((operation) => operation.name)).size).toBe(
    description.operations.length,
  );
  const schemas = openSchemas(description.document);
  const pointers = schemaPointers(description);
  for (const pointer of pointers) createValidator(schemas, pointer)({});
  expect(schemas.diagnostics).toEqual([]);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(2)} s`;
  console.log(
    `${name}: ${description.operations.length} operations, ${pointers.length} schemas, ` +
      `loaded in ${seconds(started, loaded)}, schemas in ${seconds(loaded, performance.now())}`,
  );
});
