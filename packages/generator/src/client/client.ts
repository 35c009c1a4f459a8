import {
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  StructureKind,
  Writers,
} from "ts-morph";
import { callMethod } from "./call.ts";
import { optionsParameter } from "./options.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

/** `Client`: a connection with a method for each operation. */
export function clientType(operations: readonly NamedOperation[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: "Client",
    extends: ["runtime.Connection"],
    methods: operations.map(callMethod),
    docs: ["All operations of the description."],
  };
}

/** `createClient`: the operations' data, bound to a connection. */
export function createClientFunction(
  source: ClientSource,
  operations: readonly NamedOperation[],
): FunctionDeclarationStructure {
  const methods = operations.map(({ names }) => [names.call, names.data]);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: "createClient",
    parameters: [optionsParameter(source)],
    returnType: "Client",
    statements: (writer) => {
      writer.write("return runtime.bindOperations(createConnection(options), ");
      Writers.object(Object.fromEntries(methods))(writer);
      writer.write(");");
    },
    docs: ["A client with a method for each operation. Nothing is sent yet."],
  };
}
