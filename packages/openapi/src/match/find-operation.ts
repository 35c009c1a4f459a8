import type { Description, Operation } from "../model/model.ts";

/**
 * The operation that a person named: by label (`GET /models`, the method in any case), by
 * `operationId`, or by its generated name.
 */
export function findOperation(description: Description, label: string): Operation | undefined {
  const name = label
    .trim()
    .replace(/^(\S+)\s+(?=\/)/, (_all, method: string) => `${method.toUpperCase()} `);
  const { operations } = description;
  return (
    operations.find((operation) => upperLabel(operation) === name) ??
    operations.find((operation) => operation.operationId === name) ??
    operations.find((operation) => operation.name === name)
  );
}

function upperLabel({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}
