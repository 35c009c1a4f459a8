import type { Description, MediaType, Operation, Parameter } from "@truespec/openapi";
import { resolveAt } from "../follow.ts";
import { bodyKind } from "../media-type.ts";
import type { Names, OperationNames } from "../names/names.ts";
import { isUndescribed, type KeyedParameter, keyParameters } from "../names/parameters.ts";
import { listSent, type SentOperation } from "../names/sent.ts";
import { quote, typeKey } from "../print/literal.ts";
import { printLabel, printProse, readProse } from "../print/prose.ts";
import { findStream, isSuccess, type Stream } from "../stream.ts";
import type { TypesOptions } from "./options.ts";
import { keySent } from "./prepare/sent.ts";
import { wireOf } from "./wire.ts";

/** What the aliases of a description are made from. */
export interface AliasSource {
  readonly description: Description;
  readonly names: Names;
  /** The key in `operations` of each operation. */
  readonly operationKeys: ReadonlyMap<Operation, string>;
  readonly types: Pick<TypesOptions, "dates">;
}

/** A named type for every component, and for the parameters and bodies of every operation, webhook and callback. */
export function printAliases(source: AliasSource): string {
  const { document } = source.description;
  const schemas = source.description.schemas.map(({ name, pointer }) => {
    // An editor shows the comment of the alias, not that of what it stands for
    const comment = printProse(readProse(resolveAt(document, pointer)));
    const alias = source.names.schemas.get(name);
    return `${comment}export type ${alias} = components["schemas"][${quote(name)}];\n`;
  });
  const components = [...source.names.components].flatMap(([kind, names]) =>
    [...names].map(
      ([name, given]) => `export type ${given} = components[${quote(kind)}][${quote(name)}];\n`,
    ),
  );
  const operations = source.description.operations.flatMap((operation) =>
    printOperation(source, operation),
  );
  const sent = listSent(source.description).flatMap((one) => printSent(source, one));
  return ["", ...schemas, ...components, ...operations, ...sent].join("\n");
}

function printOperation(source: AliasSource, operation: Operation): readonly string[] {
  const names = source.names.operations.get(operation);
  if (names === undefined) {
    return [];
  }
  const key = source.operationKeys.get(operation) ?? operation.name;
  return printMessages(source, operation, {
    names,
    access: `operations[${quote(key)}]`,
  });
}

function printSent(source: AliasSource, sent: SentOperation): readonly string[] {
  const { operation, kind } = sent;
  const given = source.names.sent.get(operation);
  if (given === undefined) {
    return [];
  }
  const [key, method] = keySent(sent);
  return printMessages(source, operation, {
    names: given,
    access: `${kind}[${quote(key)}][${quote(method)}]`,
  });
}

/** How the messages of an operation are called, and where their types stand. */
interface Messages {
  readonly names: OperationNames;
  readonly access: string;
}

function printMessages(
  source: AliasSource,
  operation: Operation,
  messages: Messages,
): readonly string[] {
  return [
    printParameters(operation, messages),
    ...printBodies(source, operation, messages),
    ...printResponses(source, operation, messages),
  ];
}

function printParameters(operation: Operation, messages: Messages): string {
  const { names } = messages;
  const keyed = keyParameters(operation);
  const comment = `/** Parameters of ${printLabel(operation)}, of every location in one object. */\n`;
  if (keyed.length === 0) {
    return `${comment}export type ${names.parameters} = Record<string, never>;\n`;
  }
  const members = keyed.map((one) => printParameter(one, operation, messages));
  return `${comment}export interface ${names.parameters} {\n${members.join("")}}\n`;
}

function printParameter(
  { key, parameter }: KeyedParameter,
  operation: Operation,
  { access }: Messages,
): string {
  const location = locate(parameter);
  const written = `${access}["parameters"][${quote(location)}]`;
  const isThere = operation.parameters.some((one) => locate(one) === location && isRequired(one));
  const group = isThere ? written : `NonNullable<${written}>`;
  const optional = isRequired(parameter) ? "" : "?";
  const undefinable = optional === "" ? "" : " | undefined";
  const described = `${group}[${quote(parameter.name)}]${undefinable}`;
  const type = isUndescribed(parameter) ? "string" : described;
  return `${printProse(parameter, "  ")}  readonly ${typeKey(key)}${optional}: ${type};\n`;
}

/** Where openapi-typescript has the type of a parameter. */
function locate(parameter: Parameter): string {
  return parameter.in === "querystring" ? "query" : parameter.in;
}

function isRequired(parameter: Parameter): boolean {
  return parameter.required || parameter.in === "path";
}

/** Items are given one by one; what a webhook receives of them is text. */
function printBodies(
  { description, types, names: { operations } }: AliasSource,
  operation: Operation,
  { names, access }: Messages,
): readonly string[] {
  const isCalled = operations.has(operation);
  return (operation.requestBody?.content ?? []).map((media) => {
    const schema = `NonNullable<${access}["requestBody"]>["content"][${quote(media.mediaType)}]`;
    const stream = isCalled ? findStream(description, media) : undefined;
    const type =
      stream === undefined
        ? requestType(media, schema)
        : `${iterableTypes(itemType(stream, wireOf(schema, types)))} | string | ${bytesType}`;
    return printContent(names.requestBodies, media, type);
  });
}

function printResponses(
  { description, types }: AliasSource,
  operation: Operation,
  { names, access }: Messages,
): readonly string[] {
  return operation.responses.flatMap((response) =>
    response.content.map((media) => {
      const content = `${access}["responses"][${quote(response.status)}]["content"]`;
      const contents = names.responses.get(response.status) ?? new Map();
      const schema = `${content}[${quote(media.mediaType)}]`;
      const stream = isSuccess(response) ? findStream(description, media) : undefined;
      return printContent(
        contents,
        media,
        stream === undefined
          ? responseType(media, schema)
          : `AsyncIterable<${itemType(stream, wireOf(schema, types))}>`,
      );
    }),
  );
}

function printContent(
  contents: OperationNames["requestBodies"],
  media: MediaType,
  type: string,
): string {
  const name = contents.get(media.mediaType)?.type;
  return name === undefined ? "" : `export type ${name} = ${type};\n`;
}

/** What a caller gives for a body of this media type. */
function requestType(media: MediaType, schema: string): string {
  switch (bodyKind(media.mediaType)) {
    case "json":
    case "form":
    case "mixed":
      return schema;
    case "multipart":
      return `${schema} | FormData`;
    case "text":
      return "string";
    case "binary":
      return bytesType;
  }
}

const bytesType = "Blob | ArrayBuffer | Uint8Array | ReadableStream";

/** What gives items one by one. */
function iterableTypes(item: string): string {
  return `Iterable<${item}> | AsyncIterable<${item}>`;
}

/** An event of a stream (HTML standard, section 9.2.6). */
const eventType =
  "{ readonly data: string; readonly event?: string; readonly id?: string; readonly retry?: number }";

/** What a client reads or is given, one by one, of a body that comes so. */
function itemType({ kind, schema: described }: Stream, schema: string): string {
  const unknown = kind === "events" ? eventType : "unknown";
  const item = described === "list" ? `${schema}[number]` : schema;
  return described === "none" ? unknown : item;
}

/** What a client reads from a body of this media type. */
function responseType(media: MediaType, schema: string): string {
  switch (bodyKind(media.mediaType)) {
    case "json":
      return schema;
    case "form":
    case "text":
      return "string";
    case "multipart":
    case "mixed":
    case "binary":
      return "Blob";
  }
}
