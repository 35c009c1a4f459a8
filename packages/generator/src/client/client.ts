import type { JsonValue } from "@truespec/json-schema";
import type { Operation } from "@truespec/openapi";
import { describe, readProse } from "../print/prose.ts";
import { printStructure, StructureKind } from "../ts-morph.ts";
import { items, own } from "../types/prepare/pointer.ts";
import { callMethod, type Method } from "./call.ts";
import { type Group, groupOperations } from "./groups.ts";
import { optionsParameter } from "./options.ts";
import { type PagedOperation, pagesMethod } from "./paging/emit-pages.ts";
import { printDocs, type Statement } from "./print-statement.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

type PagedOperations = ReadonlyMap<Operation, PagedOperation>;

/** `Client`: a connection with a method for each operation, in groups. */
export function clientType(
  { description }: Pick<ClientSource, "description">,
  operations: readonly NamedOperation[],
  paged: PagedOperations,
): Statement {
  const tags = new Map(
    items(own(description.document, "tags")).map((tag) => [own(tag, "name"), tag]),
  );
  const groups = groupOperations(operations).map(
    (group) => describeGroup(group, tags) + printGroup(group, paged),
  );
  return {
    code: ["export interface Client extends runtime.Connection {", ...groups, "}"].join("\n"),
    docs: ["All operations of the description, by what they are about."],
  };
}

/** `createClient`: the operations' functions, bound to a connection. */
export function createClientFunction(
  source: ClientSource,
  operations: readonly NamedOperation[],
  paged: PagedOperations,
): Statement {
  const groups = groupOperations(operations).map((group) => `${groupObject(group, paged)},`);
  return {
    code: {
      kind: StructureKind.Function,
      isExported: true,
      name: "createClient",
      parameters: [optionsParameter(source)],
      returnType: "Client",
      statements: (writer) => {
        writer.write("return runtime.bindGroups<Client>(createConnection(options), ");
        writer.inlineBlock(() => writer.write(groups.join("\n"))).write(");");
      },
    },
    docs: [
      "A client with a method for each operation. Nothing is sent yet. Programs that are bundled stay smaller with `createConnection` and single functions.",
    ],
  };
}

/** What the description says of the tag that a group is called after. */
function describeGroup(
  { methods }: Group,
  tags: ReadonlyMap<JsonValue | undefined, JsonValue>,
): string {
  const [tag] = methods[0]?.named.operation.tags ?? [];
  const described = tag === undefined ? undefined : tags.get(tag);
  return printDocs(describe(readProse(described)), "  ");
}

function printGroup({ name, methods }: Group, paged: PagedOperations): string {
  const members = methods.flatMap((method) => {
    const pages = paged.get(method.named.operation);
    const own = callMethod(method.named, method.name);
    return pages === undefined ? [own] : [own, pagesMethod(pages, method.pages)];
  });
  return `  readonly ${name}: {\n${members.map(printMethod).join("\n")}\n  };`;
}

function printMethod({ signature, docs }: Method): string {
  return `${printDocs(docs, "    ")}    ${printStructure(signature).trimEnd()}`;
}

function groupObject({ name, methods }: Group, paged: PagedOperations): string {
  const members = methods.flatMap((method) => {
    const { names, operation } = method.named;
    const pages = paged.get(operation)?.pages;
    const own = printMember(method.name, names.call);
    return pages === undefined ? [own] : [own, printMember(method.pages, pages)];
  });
  return `${name}: { ${members.join(", ")} }`;
}

function printMember(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}
