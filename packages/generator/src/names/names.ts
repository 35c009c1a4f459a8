import type { Description, Operation } from "@truespec/openapi";
import { camelCase } from "@truespec/openapi/names";
import { isJson } from "../media-type.ts";
import type { GenerateHooks } from "../options.ts";
import { isIdentifier } from "../print/literal.ts";
import { createNameAllocator, type NameAllocator } from "./allocate.ts";
import { type ComponentNames, nameComponents } from "./components.ts";
import { capitalize, toIdentifier, toPascalCase } from "./identifier.ts";
import { isReservedCall, isReservedType } from "./reserved.ts";
import { listSent } from "./sent.ts";

/** Every name of generated code, decided once for all files, so that they agree. */
export interface Names {
  /** By component schema name, as written. */
  readonly schemas: ReadonlyMap<string, string>;
  /** By operation, for one path item may stand for several paths: its pointers are not unique. */
  readonly operations: ReadonlyMap<Operation, OperationNames>;
  /** Of webhooks and callbacks. Nothing calls them: `call` and `data` name nothing. */
  readonly sent: ReadonlyMap<Operation, OperationNames>;
  /** Of the components that are no schemas. They give way to all others. */
  readonly components: ComponentNames;
}

/** The names of one operation: `getModels` and those that start with `GetModels`. */
export interface OperationNames {
  /** The function. */
  readonly call: string;
  /** What the module calls the operation's data: `$getModels`. */
  readonly data: string;
  readonly parameters: string;
  readonly input: string;
  readonly result: string;
  /** By media type, as written. */
  readonly requestBodies: ReadonlyMap<string, ContentNames>;
  /** By status, then by media type, as written. */
  readonly responses: ReadonlyMap<string, ReadonlyMap<string, ContentNames>>;
}

/** The names of one body. */
export interface ContentNames {
  /** The type: `GetModels200Response`. */
  readonly type: string;
  /** What `is…` and `validate…` are made of: `GetModels200`. */
  readonly validator: string;
}

/** What a project wants things to be called; see `GenerateHooks`. */
export type NameHooks = Pick<GenerateHooks, "nameOperation" | "nameSchema">;

/**
 * Names for everything in a description: unique, never reserved, the same on every run.
 *
 * A function may be called as a schema is, `login` both: one is a value and the other a type.
 */
export function nameDescription(description: Description, hooks: NameHooks = {}): Names {
  const allocator = createNameAllocator();
  const schemas = nameSchemas(
    description.schemas.map((schema) => schema.name),
    allocator,
    hooks,
  );
  const calls = createNameAllocator();
  const operations = new Map<Operation, OperationNames>();
  for (const operation of description.operations) {
    const call = nameCall(operation, calls, hooks);
    operations.set(operation, nameBodies(operation, call, allocator));
  }
  const sent = new Map<Operation, OperationNames>();
  for (const { operation, wanted } of listSent(description)) {
    const wish = hooks.nameOperation?.(operation) ?? wanted;
    const identifier = toIdentifier(toPascalCase(wish)) || "Sent";
    sent.set(operation, nameBodies(operation, identifier, allocator));
  }
  return { schemas, operations, sent, components: nameComponents(description, allocator) };
}

/** What the exports of a schema called `name` are called; two schemas may not share any of them. */
function schemaExports(name: string): readonly string[] {
  return [name, `is${name}`, `validate${name}`, `${name}JsonSchema`];
}

/** Names that are identifiers already come first and stay as they are; the others give way to them. */
function nameSchemas(
  written: readonly string[],
  allocator: NameAllocator,
  hooks: NameHooks,
): Map<string, string> {
  const given = new Map<string, string>();
  const wish = (name: string) => hooks.nameSchema?.(name) ?? name;
  const kept = (name: string) => isIdentifier(wish(name)) && !isReservedType(wish(name));
  for (const name of [...written.filter(kept), ...written.filter((name) => !kept(name))]) {
    const identifier = toIdentifier(wish(name));
    const wanted =
      identifier === "" || isReservedType(identifier) ? `${identifier}Schema` : identifier;
    given.set(name, allocator.allocate(wanted, schemaExports));
  }
  return given;
}

function nameCall(operation: Operation, calls: NameAllocator, hooks: NameHooks): string {
  const wish = hooks.nameOperation?.(operation) ?? operation.name;
  const identifier = toIdentifier(isIdentifier(wish) ? wish : (camelCase(wish) ?? ""));
  const wanted =
    identifier === "" || isReservedCall(identifier) ? `${identifier}Operation` : identifier;
  return calls.allocate(wanted, (name) => [name, nameData(name)]);
}

function nameBodies(operation: Operation, call: string, allocator: NameAllocator): OperationNames {
  let names = operationNames(operation, call, capitalize(call));
  allocator.allocate(capitalize(call), (prefix) => {
    names = operationNames(operation, call, prefix);
    return allNames(names);
  });
  return names;
}

function nameData(call: string): string {
  return `$${call}`;
}

function operationNames(operation: Operation, call: string, prefix: string): OperationNames {
  const responses = operation.responses.map((response) => {
    const stem = `${prefix}${toPascalCase(response.status)}`;
    const contents = nameContents(response.content.map((media) => media.mediaType));
    return [
      response.status,
      mapNames(contents, (suffix) => contentNames(stem, suffix, "Response")),
    ] as const;
  });
  const bodies = nameContents(
    (operation.requestBody?.content ?? []).map((media) => media.mediaType),
  );
  return {
    call,
    data: nameData(call),
    parameters: `${prefix}Parameters`,
    input: `${prefix}Input`,
    result: `${prefix}Result`,
    requestBodies: mapNames(bodies, (suffix) => ({
      type: `${prefix}${suffix}RequestBody`,
      validator: `${prefix}Request${suffix}`,
    })),
    responses: new Map(responses),
  };
}

function contentNames(stem: string, suffix: string, end: string): ContentNames {
  return { type: `${stem}${suffix}${end}`, validator: `${stem}${suffix}` };
}

function mapNames(
  suffixes: ReadonlyMap<string, string>,
  name: (suffix: string) => ContentNames,
): ReadonlyMap<string, ContentNames> {
  return new Map([...suffixes].map(([mediaType, suffix]) => [mediaType, name(suffix)]));
}

/** The suffix of each media type: none for the main one (the first of JSON, else the first), its own name for the rest. */
function nameContents(mediaTypes: readonly string[]): ReadonlyMap<string, string> {
  const main = mediaTypes.find(isJson) ?? mediaTypes[0];
  const { allocate } = createNameAllocator();
  return new Map(
    mediaTypes.map((mediaType) => [
      mediaType,
      mediaType === main ? "" : allocate(toPascalCase(mediaType) || "Other"),
    ]),
  );
}

function allNames(names: OperationNames): readonly string[] {
  const contents = [names.requestBodies, ...names.responses.values()].flatMap((content) => [
    ...content.values(),
  ]);
  return [
    names.parameters,
    names.input,
    names.result,
    ...contents.flatMap((content) => [content.type, ...schemaExports(content.validator)]),
  ];
}
