import type {
  ExportDeclarationStructure,
  ImportDeclarationStructure,
  SourceFileStructure,
  StatementStructures,
  WriterFunction,
} from "ts-morph";
import { keyParameters } from "../names/parameters.ts";
import type { GeneratedFile } from "../options.ts";
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
import { hasTypedBody, resultType } from "./result.ts";
import { type ClientSource, type NamedOperation, nameOperations } from "./source.ts";
import { printStructure, StructureKind } from "./ts-morph.ts";

/** The package under every generated client. */
export const runtimePackage = "@truespec/client";

/**
 * `client.ts`: for each operation its input, its results, its data and a function; `createClient` with
 * all of them as methods; `createConnection` for those who call single functions. The types are
 * exported along, except those of schemas that are called as something here (`Client`).
 */
export function emitClient(source: ClientSource): GeneratedFile {
  const operations = nameOperations(source);
  const paged = findPagedOperations(source);
  const dates = findAllDates(source);
  const statements = [
    ...importModules(source, operations),
    ...optionTypes(source),
    createConnectionFunction(source),
    clientType(operations, paged),
    createClientFunction(source, operations, paged),
    ...operations.flatMap((named) => [
      inputType(named),
      resultType(named),
      operationData(source, named, dates.ofOperation.get(named.operation)),
      callFunction(named),
      ...pagesOf(paged.get(named.operation)),
    ]),
    ...dates.constants,
  ];
  const text = statements.map(printStatement).join("\n\n");
  return { path: "client.ts", text: `${source.banner}\n${text}\n` };
}

function pagesOf(
  paged: PagedOperation | undefined,
): readonly (StatementStructures | WriterFunction)[] {
  return paged === undefined ? [] : [pagingData(paged), pagesFunction(paged)];
}

function printStatement(statement: StatementStructures | WriterFunction): string {
  const module: SourceFileStructure = { kind: StructureKind.SourceFile, statements: [statement] };
  return printStructure(module, { indentNumberOfSpaces: 2 }).trimEnd();
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
  const { operation } = named;
  const { requestBody } = operation;
  return (
    keyParameters(operation).length > 0 ||
    (requestBody?.content.length ?? 0) > 0 ||
    hasTypedBody(named)
  );
}
