import type { Operation } from "../../model/model.ts";
import { anonymousPath } from "./path-names.ts";

/** An operation before and after. */
export interface OperationMatch {
  readonly before: Operation;
  readonly after: Operation;
}

/** Which operations of two descriptions are the same, which are gone, and which are new. */
export interface MatchedOperations {
  readonly matched: readonly OperationMatch[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Matches operations: by method and path; then by method and path without the names of its
 * parameters; then, where a path changed, by method and `operationId`. A request of another method is
 * another request.
 */
export function matchOperations(
  before: readonly Operation[],
  after: readonly Operation[],
): MatchedOperations {
  const matches = new Map<Operation, Operation>();
  const taken = new Set<Operation>();
  for (const keyOf of [byLabel, byTemplate, byOperationId]) {
    const free = uniqueByKey(
      after.filter((one) => !taken.has(one)),
      keyOf,
    );
    const pending = uniqueByKey(
      before.filter((one) => !matches.has(one)),
      keyOf,
    );
    for (const [key, operation] of pending) {
      const other = free.get(key);
      if (other === undefined) continue;
      matches.set(operation, other);
      taken.add(other);
    }
  }
  return {
    matched: before.flatMap((operation) => {
      const other = matches.get(operation);
      return other === undefined ? [] : [{ before: operation, after: other }];
    }),
    removed: before.filter((operation) => !matches.has(operation)),
    added: after.filter((operation) => !taken.has(operation)),
  };
}

type Key = (operation: Operation) => string | undefined;

const byLabel: Key = ({ label }) => label;
const byTemplate: Key = ({ method, path }) => `${method} ${anonymousPath(path)}`;
const byOperationId: Key = ({ method, operationId }) =>
  operationId === undefined ? undefined : `${method} ${operationId}`;

/** What two operations have in common tells neither. */
function uniqueByKey(operations: readonly Operation[], keyOf: Key): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation>();
  const ambiguous = new Set<string>();
  for (const operation of operations) {
    const key = keyOf(operation);
    if (key === undefined) continue;
    if (found.has(key)) ambiguous.add(key);
    found.set(key, operation);
  }
  for (const key of ambiguous) found.delete(key);
  return found;
}
