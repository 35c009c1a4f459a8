import {
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
  Writers,
} from "ts-morph";
import { callMethod } from "./call.ts";
import { type Group, groupOperations } from "./groups.ts";
import { optionsParameter } from "./options.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

/** `Client`: a connection with a method for each operation, in groups. */
export function clientType(operations: readonly NamedOperation[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: "Client",
    extends: ["runtime.Connection"],
    properties: groupOperations(operations).map(groupProperty),
    docs: ["All operations of the description, by what they are about."],
  };
}

/** `createClient`: the operations' functions, bound to a connection. */
export function createClientFunction(
  source: ClientSource,
  operations: readonly NamedOperation[],
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: "createClient",
    parameters: [optionsParameter(source)],
    returnType: "Client",
    statements: (writer) => {
      writer.write("return runtime.bindGroups(createConnection(options), ");
      Writers.object(Object.fromEntries(groupOperations(operations).map(groupObject)))(writer);
      writer.write(");");
    },
    docs: [
      "A client with a method for each operation. Nothing is sent yet. Programs that are bundled stay smaller with `createConnection` and single functions.",
    ],
  };
}

function groupProperty({ name, methods }: Group): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    isReadonly: true,
    name,
    type: Writers.objectType({
      methods: methods.flatMap((method) => callMethod(method.named, method.name)),
    }),
  };
}

function groupObject({ name, methods }: Group): readonly [string, string] {
  const members = methods.map(({ name: method, named: { names } }) =>
    method === names.call ? method : `${method}: ${names.call}`,
  );
  return [name, `{ ${members.join(", ")} }`];
}
