import type { Operation } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { compareDeprecation, compareNames, comparePaths } from "./names.ts";
import { compareParameters } from "./parameters.ts";
import { compareRequestBodies } from "./request-body.ts";
import { compareResponses } from "./responses.ts";
import { compareSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";

/** Every change of one operation. */
export function compareOperations(
  comparison: Comparison,
  match: OperationMatch,
): readonly FoundChange[] {
  return [
    ...comparePaths(match),
    ...compareNames(match),
    ...compareDeprecation(match),
    ...compareParameters(comparison, match),
    ...compareRequestBodies(comparison, match),
    ...compareResponses(comparison, match),
    ...compareSecurity(comparison, match),
    ...compareServers(comparison, match),
  ];
}

/** An operation that is gone. */
export function removedOperation({ pointer, label, deprecated }: Operation): FoundChange {
  const was = deprecated ? "deprecated operation" : "operation";
  return tellAt(null, pointer)("operation-removed", "breaking", `${was} ${label} is gone`);
}

/** An operation that is new. */
export function addedOperation({ pointer, label }: Operation): FoundChange {
  return tellAt(null, pointer)("operation-added", "additive", `operation ${label} is new`);
}
