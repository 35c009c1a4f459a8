import type { ExportDeclarationStructure, ImportDeclarationStructure } from "ts-morph";
import type { GeneratedFile } from "../options.ts";
import { StructureKind } from "../ts-morph.ts";
import { callFunction } from "./call.ts";
import { clientType, createClientFunction } from "./client.ts";
import { findAllDates } from "./dates/emit-dates.ts";
import { inputType } from "./input.ts";
import { operationData } from "./operation-data.ts";
import { createConnectionFunction, optionTypes } from "./options.ts";
import {
  findPagedOperations,
  type PagedOperation,
  pagesFunction,
  pagingData,
} from "./paging/emit-pages.ts";
import { printStatement, type Statement } from "./print-statement.ts";
import { hasTypedBody, resultType } from "./result.ts";
import { type ClientSource, type NamedOperation, nameOperations } from "./source.ts";

/** The package under every generated client. */
export const runtimePackage = "@truespec/client";

/**
 * `client.ts`: `createClient` with all operations as methods, `createConnection` for those who call
 * single functions; for each operation its input, its results and a function; at the end their data. The
 * types are exported along, except those of schemas that are called as something here (`Client`).
 */
export function emitClient(source: ClientSource): GeneratedFile {
  const operations = nameOperations(source);
  const paged = findPagedOperations(source, operations);
  const dates = findAllDates(source);
  const statements: readonly Statement[] = [
    ...[
      ...importModules(source, operations),
      ...optionTypes(source),
      createConnectionFunction(source),
    ].map((code) => ({ code })),
    clientType(source, operations, paged),
    createClientFunction(source, operations, paged),
    ...operations.flatMap((named) => [
      inputType(named),
      resultType(named),
      callFunction(source, named),
      ...pagesOf(paged.get(named.operation)),
    ]),
  ];
  const data = orderData([
    ...operations.map((named) => operationData(source, named, dates)),
    ...[...paged.values()].map(pagingData),
    ...dates.constants,
  ]);
  const text = [...statements.map(printStatement), ...data].join("\n\n");
  return { path: "client.ts", text: `${source.banner}\n${text}\n` };
}

function pagesOf(paged: PagedOperation | undefined): readonly Statement[] {
  return paged === undefined ? [] : [pagesFunction(paged)];
}

/**
 * Constants that name functions come first: at each such name TypeScript looks back over every constant
 * above it.
 */
function orderData(constants: readonly string[]): readonly string[] {
  const namesFunction = (constant: string) => / = .*\bruntime\./s.test(constant);
  return [
    ...constants.filter(namesFunction),
    ...constants.filter((constant) => !namesFunction(constant)),
  ];
}

function importModules(
  { typesModule }: ClientSource,
  operations: readonly NamedOperation[],
): readonly (ImportDeclarationStructure | ExportDeclarationStructure)[] {
  const types: ImportDeclarationStructure = {
    kind: StructureKind.ImportDeclaration,
    isTypeOnly: true,
    namespaceImport: "types",
    moduleSpecifier: typesModule,
  };
  return [
    {
      kind: StructureKind.ImportDeclaration,
      namespaceImport: "runtime",
      moduleSpecifier: runtimePackage,
    },
    // An unused import would be an error in projects that forbid them.
    ...(operations.some(needsTypes) ? [types] : []),
    {
      kind: StructureKind.ExportDeclaration,
      namedExports: ["ClientError"],
      moduleSpecifier: runtimePackage,
    },
    { kind: StructureKind.ExportDeclaration, isTypeOnly: true, moduleSpecifier: typesModule },
  ];
}

function needsTypes(named: NamedOperation): boolean {
  const { parameters, body } = named;
  return parameters.length > 0 || (body?.content.length ?? 0) > 0 || hasTypedBody(named);
}
