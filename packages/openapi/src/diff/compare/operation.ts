import type { Operation } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { compareParameters } from "./parameters.ts";
import { anonymousPath, pathNames } from "./path-names.ts";
import { compareRequestBodies } from "./request-body.ts";
import { compareResponses } from "./responses.ts";
import { compareSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";
import { showName } from "./wording.ts";

/** Every change of one operation. */
export function compareOperations(
  comparison: Comparison,
  match: OperationMatch,
): readonly FoundChange[] {
  return [
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

/** A function of a generated client is called by the operation's name, its arguments by those of the parameters. */
function compareNames({ before, after }: OperationMatch): readonly FoundChange[] {
  const tell = tellAt(null, after.pointer);
  const changes: FoundChange[] = [];
  if (anonymousPath(before.path) !== anonymousPath(after.path)) {
    const message = `the path was ${before.path}, and is ${after.path} now`;
    changes.push(tell("path-renamed", "breaking", message));
  } else {
    const [old, recent] = [pathNames(before.path), pathNames(after.path)];
    for (const [index, name] of old.entries()) {
      const other = recent[index];
      if (other === undefined || other === name) continue;
      const message = `path parameter ${showName(name)} is called ${showName(other)} now: requests stay the same, the generated client's argument does not`;
      changes.push(tell("path-parameter-renamed", "breaking", message));
    }
  }
  if (before.name !== after.name) {
    const message = `the operation was called ${before.name}, and is called ${after.name} now: the generated client's function is renamed`;
    changes.push(tell("operation-renamed", "breaking", message));
  } else if (before.operationId !== after.operationId) {
    const [old, recent] = [before, after].map(({ operationId }) => operationId ?? "none");
    const message = `operationId was ${old}, and is ${recent} now; the generated client's function keeps its name`;
    changes.push(tell("operation-renamed", "informational", message));
  }
  return changes;
}

function compareDeprecation({ before, after }: OperationMatch): readonly FoundChange[] {
  if (before.deprecated === after.deprecated) return [];
  const tell = tellAt(null, after.pointer);
  return [
    after.deprecated
      ? tell("operation-deprecated", "informational", "the operation is deprecated")
      : tell("operation-undeprecated", "informational", "the operation is no longer deprecated"),
  ];
}
