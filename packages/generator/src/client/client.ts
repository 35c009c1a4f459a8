import type { Operation } from "@truespec/openapi";
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
} from "ts-morph";
import { callMethod } from "./call.ts";
import { type Group, groupOperations } from "./groups.ts";
import { optionsParameter } from "./options.ts";
import { type PagedOperation, pagesMethod } from "./paging/emit-pages.ts";
import type { ClientSource, NamedOperation } from "./source.ts";
import { StructureKind, Writers } from "./ts-morph.ts";

type PagedOperations = ReadonlyMap<Operation, PagedOperation>;

/** `Client`: a connection with a method for each operation, in groups. */
export function clientType(
  operations: readonly NamedOperation[],
  paged: PagedOperations,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: "Client",
    extends: ["runtime.Connection"],
    properties: groupOperations(operations).map((group) => groupProperty(group, paged)),
    docs: ["All operations of the description, by what they are about."],
  };
}

/** `createClient`: the operations' functions, bound to a connection. */
export function createClientFunction(
  source: ClientSource,
  operations: readonly NamedOperation[],
  paged: PagedOperations,
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: "createClient",
    parameters: [optionsParameter(source)],
    returnType: "Client",
    statements: (writer) => {
      writer.write("return runtime.bindGroups(createConnection(options), ");
      const groups = groupOperations(operations).map((group) => groupObject(group, paged));
      Writers.object(Object.fromEntries(groups))(writer);
      writer.write(");");
    },
    docs: [
      "A client with a method for each operation. Nothing is sent yet. Programs that are bundled stay smaller with `createConnection` and single functions.",
    ],
  };
}

function groupProperty(
  { name, methods }: Group,
  paged: PagedOperations,
): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    isReadonly: true,
    name,
    type: Writers.objectType({
      methods: methods.flatMap((method) => {
        const pages = paged.get(method.named.operation);
        const own = callMethod(method.named, method.name);
        return pages === undefined ? [own] : [own, pagesMethod(pages, method.pages)];
      }),
    }),
  };
}

function groupObject({ name, methods }: Group, paged: PagedOperations): readonly [string, string] {
  const members = methods.flatMap((method) => {
    const { names, operation } = method.named;
    const pages = paged.get(operation)?.pages;
    const own = printMember(method.name, names.call);
    return pages === undefined ? [own] : [own, printMember(method.pages, pages)];
  });
  return [name, `{ ${members.join(", ")} }`];
}

function printMember(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}
