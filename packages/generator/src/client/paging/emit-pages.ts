import type { Operation } from "@truespec/openapi";
import { createNameAllocator } from "../../names/allocate.ts";
import type { ContentNames } from "../../names/names.ts";
import { quote } from "../../print/literal.ts";
import { printLabel } from "../../print/prose.ts";
import { StructureKind } from "../../ts-morph.ts";
import { callParameters, type Method } from "../call.ts";
import { type Code, data, object, printCode, runtime } from "../code.ts";
import type { Statement } from "../print-statement.ts";
import type { ClientSource, NamedOperation } from "../source.ts";
import { findPaging, type PagedList } from "./find-paging.ts";

/** An operation that answers a list in pages, and the name of the function that reads them all. */
export interface PagedOperation extends NamedOperation {
  readonly paging: PagedList;
  readonly pages: string;
}

/** The operations that answer lists in pages; their functions are called as no other name of the module is. */
export function findPagedOperations(
  source: ClientSource,
  operations: readonly NamedOperation[],
): ReadonlyMap<Operation, PagedOperation> {
  const { allocate } = createNameAllocator();
  for (const name of [...source.names.schemas.values(), ...operations.flatMap(namesOf)]) {
    allocate(name);
  }
  return new Map(
    operations.flatMap((named): [Operation, PagedOperation][] => {
      const paging = findPaging(source.description, named);
      return paging === undefined
        ? []
        : [
            [
              named.operation,
              {
                ...named,
                paging,
                pages: allocate(`${named.names.call}Pages`, (name) => [name, `$${name}`]),
              },
            ],
          ];
    }),
  );
}

function namesOf({ names }: NamedOperation): readonly string[] {
  const contents: readonly ContentNames[] = [
    names.requestBodies,
    ...names.responses.values(),
  ].flatMap((content) => [...content.values()]);
  return [
    names.call,
    names.data,
    names.parameters,
    names.input,
    names.result,
    ...contents.map(({ type }) => type),
  ];
}

/** The constant that tells the runtime how a list goes on: `$listThingsPages`. */
export function pagingData({ pages, paging }: PagedOperation): string {
  const { next, media, items, parameter, start, size, says, total } = paging;
  const optional = (value: string | number | readonly string[] | undefined): Code | undefined =>
    value === undefined ? undefined : data(typeof value === "object" ? [...value] : value);
  const code = object([
    ["next", runtime(next)],
    ["items", optional(items)],
    ["accept", data(media.mediaType)],
    ["parameter", optional(parameter)],
    ["start", optional(start)],
    ["size", optional(size)],
    ["says", optional(says)],
    ["total", optional(total)],
  ]);
  return `const $${pages}: runtime.Paging = ${printCode(code)};`;
}

/** The function that reads the pages of a list: `listThingsPages(client, input, options)`. */
export function pagesFunction(paged: PagedOperation): Statement {
  const { names, pages } = paged;
  return {
    code: {
      kind: StructureKind.Function,
      isExported: true,
      name: pages,
      parameters: [
        { name: "client", type: "runtime.Connection" },
        ...callParameters(paged, "runtime.CallOptions"),
      ],
      returnType: pagesType(paged),
      statements: [
        `return runtime.paginate(client, ${names.data}, $${pages}, { input, options });`,
      ],
    },
    docs: [describePages(paged)],
  };
}

/** The method in a group of `Client`: `listThingsPages(input, options)`. */
export function pagesMethod(paged: PagedOperation, name: string): Method {
  return {
    signature: {
      kind: StructureKind.MethodSignature,
      name,
      parameters: callParameters(paged, "runtime.CallOptions"),
      returnType: pagesType(paged),
    },
    docs: [describePages(paged)],
  };
}

function pagesType({ names, paging }: PagedOperation): string {
  const { response, media, items } = paging;
  const name = names.responses.get(response.status)?.get(media.mediaType)?.type;
  const type = name === undefined ? "unknown" : `types.${name}`;
  const path = items.map(quote).join(", ");
  return `runtime.Pages<${type}, runtime.ItemOf<${type}, [${path}]>>`;
}

function describePages({ operation }: PagedOperation): string {
  return `The pages of ${printLabel(operation)}, each asked for when it is wanted; \`items\` are those of all of them.`;
}
