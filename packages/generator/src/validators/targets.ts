import type { ValidatorTarget } from "@truespec/json-schema";
import type { Description, MediaType, Operation } from "@truespec/openapi";
import { bodyKind } from "../media-type.ts";
import type { ContentNames, Names, OperationNames } from "../names/names.ts";
import { listSent } from "../names/sent.ts";

/** A target, and whether it is the body of a request to the API. */
export interface ListedTarget extends ValidatorTarget {
  readonly isRequest: boolean;
}

/**
 * What gets a validator: every component schema, and every JSON body of every operation, webhook and
 * callback, in document order. Bodies without a schema get none; a wildcard that may be JSON does.
 */
export function listTargets(description: Description, names: Names): readonly ListedTarget[] {
  const schemas = description.schemas.flatMap(({ name, pointer }) => {
    const given = names.schemas.get(name);
    return given === undefined ? [] : [{ name: given, pointer, type: `types.${given}` }];
  });
  const bodies = description.operations.flatMap((operation) => {
    const given = names.operations.get(operation);
    return given === undefined ? [] : listBodies(operation, given);
  });
  const sent = listSent(description).flatMap(({ operation }) => {
    const given = names.sent.get(operation);
    return given === undefined ? [] : listBodies(operation, given);
  });
  const schemaTargets = schemas.map((target) => ({ ...target, isRequest: false }));
  // What the API sends itself holds also what is read-only.
  const sentTargets = sent.map((target) => ({ ...target, isRequest: false }));
  return [...schemaTargets, ...bodies, ...sentTargets];
}

function listBodies(operation: Operation, names: OperationNames): readonly ListedTarget[] {
  const request = listContent(operation.requestBody?.content ?? [], names.requestBodies);
  const responses = operation.responses.flatMap(({ status, content }) =>
    listContent(content, names.responses.get(status) ?? new Map()),
  );
  return [
    ...request.map((target) => ({ ...target, isRequest: true })),
    ...responses.map((target) => ({ ...target, isRequest: false })),
  ];
}

function listContent(
  content: readonly MediaType[],
  names: ReadonlyMap<string, ContentNames>,
): readonly ValidatorTarget[] {
  return content.flatMap(({ mediaType, schemaPointer: pointer }) => {
    const given = names.get(mediaType);
    return given === undefined || pointer === undefined || bodyKind(mediaType) !== "json"
      ? []
      : [{ name: given.validator, pointer, type: `types.${given.type}` }];
  });
}
