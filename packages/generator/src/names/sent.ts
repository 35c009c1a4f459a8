import type { Description, Operation } from "@truespec/openapi";
import { capitalize } from "./identifier.ts";

/** A request that the API sends itself. */
export interface SentOperation {
  readonly operation: Operation;
  readonly kind: "webhooks" | "callbacks";
  /** What its types and validators are called by, before anything gives way. */
  readonly wanted: string;
  /**
   * Its key in the interface of its kind: a webhook's name; for a callback the operation that it
   * belongs to, its name and its URL, `POST /streams onData {$request.body#/url}`.
   */
  readonly key: string;
}

/**
 * The webhooks and then the callbacks of a description, in document order. A callback that several
 * operations share is listed once.
 */
export function listSent(description: Description): readonly SentOperation[] {
  const webhooks = description.webhooks.map((operation): SentOperation => {
    const { path } = operation;
    const isAlone = description.webhooks.filter((one) => one.path === path).length === 1;
    return { operation, kind: "webhooks", key: path, wanted: nameSent(operation, path, isAlone) };
  });
  const called = [...description.operations, ...description.webhooks].flatMap(listCallbacks);
  const distinct = new Map([...called].reverse().map((one) => [one.operation.pointer, one]));
  return [...webhooks, ...called.filter((one) => distinct.get(one.operation.pointer) === one)];
}

function listCallbacks({ label, callbacks }: Operation): readonly SentOperation[] {
  return callbacks.flatMap(({ name, operations }) =>
    operations.map((operation): SentOperation => {
      const key = `${label} ${name} ${operation.path}`;
      const wanted = nameSent(operation, name, operations.length === 1);
      return { operation, kind: "callbacks", key, wanted };
    }),
  );
}

/** By its operation id, or else by what it is called where it is listed, with the method where there are several. */
function nameSent(operation: Operation, listed: string, isAlone: boolean): string {
  if (operation.operationId !== undefined) {
    return operation.name;
  }
  return isAlone ? listed : `${operation.method} ${capitalize(listed)}`;
}
