import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Description, Operation } from "@truespec/openapi";
import type { GenerateDiagnostic } from "../../options.ts";
import type { TypesOptions } from "../options.ts";
import { listChildTags } from "./child-tags.ts";
import { breakCycles, findArrayCycles } from "./cycles.ts";
import { tagChild } from "./discriminator.ts";
import { prepareBody, prepareHeader, prepareParameter, prepareResponse } from "./message.ts";
import { isKnownMethod } from "./method.ts";
import { prepareOperation } from "./operation.ts";
import { hideSpecials } from "./placeholder.ts";
import { asObject, findAt, fromMembers, members, parsePointer } from "./pointer.ts";
import { type Hoisted, type Preparation, resolveNode, startPreparation } from "./preparation.ts";
import { prepareSchema } from "./schema.ts";
import { prepareSent } from "./sent.ts";
import { viewBody, wholeView } from "./view.ts";

/** A document that openapi-typescript prints without a fault, and what was learnt on the way. */
export interface PreparedDocument {
  readonly document: JsonObject;
  readonly dates: TypesOptions["dates"];
  /** The path items of callbacks, which have no place in a document of their own. */
  readonly callbacks: JsonObject;
  /** The key in `operations` of each operation. */
  readonly operationKeys: ReadonlyMap<Operation, string>;
  /** Component schemas that contain themselves through arrays only: TypeScript wants an alias there. */
  readonly recursive: ReadonlySet<string>;
  /** The references that lead nowhere. */
  readonly unresolved: ReadonlySet<string>;
  readonly diagnostics: readonly GenerateDiagnostic[];
}

/**
 * The description reduced to what types are made of: `paths`, `webhooks` and `components`, in document
 * order, every operation with a unique key, every schema rewritten by {@link prepareSchema}.
 */
export function prepareDocument(description: Description, options: TypesOptions): PreparedDocument {
  const started = startPreparation(description.document, options);
  const preparation = { ...started, childTags: listChildTags(started) };
  const operationKeys = keyOperations(description.operations);
  const paths = preparePaths(preparation, description.operations, operationKeys);
  const webhooks = prepareSent(preparation, description, "webhooks");
  const callbacks = prepareSent(preparation, description, "callbacks");
  const components = prepareComponents(preparation);
  const schemas = breakCycles(prepareSchemas(preparation), preparation);
  return {
    document: { openapi: "3.1.0", paths, webhooks, components: { ...components, schemas } },
    dates: options.dates,
    callbacks,
    operationKeys,
    recursive: findArrayCycles(schemas),
    unresolved: preparation.unresolved,
    diagnostics: preparation.diagnostics,
  };
}

/** Operation ids where they are unique and plain, else our own names. */
function keyOperations(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const names = new Set(operations.map((operation) => operation.name));
  const repeated = findRepeated(operations.map((operation) => operation.operationId));
  const isPlain = (id: string | undefined): id is string =>
    id !== undefined && /^[^%#]+$/.test(id) && !repeated.has(id);
  const keys = new Map<Operation, string>();
  for (const operation of operations) {
    const id = operation.operationId;
    const clashes = id !== operation.name && id !== undefined && names.has(id);
    keys.set(operation, isPlain(id) && !clashes ? id : operation.name);
  }
  return keys;
}

function findRepeated(ids: readonly (string | undefined)[]): ReadonlySet<string | undefined> {
  const seen = new Set<string | undefined>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}

function preparePaths(
  preparation: Preparation,
  operations: readonly Operation[],
  keys: ReadonlyMap<Operation, string>,
): JsonObject {
  const paths = new Map<string, JsonObject>();
  const views = { request: viewBody("request", "text"), response: viewBody("response", "text") };
  for (const operation of operations) {
    const written = asObject(findAt(preparation.document, parsePointer(operation.pointer)));
    const prepared = prepareOperation(preparation, operation, { written: written ?? {}, views });
    const entry = { operationId: keys.get(operation) ?? operation.name, ...prepared };
    const [path, method] = isKnownMethod(operation.method)
      ? [operation.path, operation.method]
      : [operation.label, "post"];
    const key = hideSpecials(path);
    paths.set(key, { ...paths.get(key), [method]: entry });
  }
  return fromMembers(paths);
}

const componentKinds = [
  ["responses", prepareResponse, viewBody("response", "text")],
  ["parameters", prepareParameter, wholeView],
  ["requestBodies", prepareBody, viewBody("request", "text")],
  ["headers", prepareHeader, wholeView],
] as const;

function prepareComponents(preparation: Preparation): JsonObject {
  const components: [string, JsonObject][] = [];
  for (const [kind, prepare, view] of componentKinds) {
    const written = members(findAt(preparation.document, ["components", kind]));
    const prepared = written.map(([name, node]) => {
      const resolved = resolveNode(preparation, asObject(node)) ?? {};
      return [hideSpecials(name), prepare({ ...preparation, view }, resolved)] as const;
    });
    if (prepared.length > 0) {
      components.push([kind, fromMembers(prepared)]);
    }
  }
  return fromMembers(components);
}

/** The component schemas, then those that only a reference made components, which may add more. */
function prepareSchemas(preparation: Preparation): ReadonlyMap<string, JsonObject> {
  const schemas = new Map<string, JsonObject>();
  for (const [name, schema] of members(findAt(preparation.document, ["components", "schemas"]))) {
    const tagged = tagChild(preparation, name, schema);
    schemas.set(hideSpecials(name), prepareSchema(preparation, tagged));
  }
  for (const next of preparation.pending) {
    const seen = { ...preparation, view: next.view };
    schemas.set(hideSpecials(next.name), prepareSchema(seen, findHoisted(seen, next)));
  }
  return schemas;
}

function findHoisted(preparation: Preparation, { tokens }: Hoisted): JsonValue | undefined {
  const target = findAt(preparation.document, tokens);
  const [root, kind, name, ...rest] = tokens;
  const isComponent = root === "components" && kind === "schemas" && rest.length === 0;
  return isComponent && name !== undefined && target !== undefined
    ? tagChild(preparation, name, target)
    : target;
}
