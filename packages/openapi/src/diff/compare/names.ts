import type { FoundChange } from "../change.ts";
import { tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { anonymousPath, pathNames } from "./path-names.ts";
import { showName } from "./wording.ts";

/** The arguments of a generated client's function are called by the names of the parameters. */
export function comparePaths({ before, after }: OperationMatch): readonly FoundChange[] {
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
  return changes;
}

/** A function of a generated client is called by the operation's name, as are types and validators. */
export function compareNames({ before, after }: OperationMatch): readonly FoundChange[] {
  const tell = tellAt(null, after.pointer);
  if (before.name !== after.name) {
    const message = `the operation was called ${before.name}, and is called ${after.name} now: what is generated for it is renamed`;
    return [tell("operation-renamed", "breaking", message)];
  }
  if (before.operationId === after.operationId) return [];
  const [old, recent] = [before, after].map(({ operationId }) => operationId ?? "none");
  const message = `operationId was ${old}, and is ${recent} now; what is generated for it keeps its name`;
  return [tell("operation-renamed", "informational", message)];
}

/** What became deprecated, or no longer is. */
export function compareDeprecation({ before, after }: OperationMatch): readonly FoundChange[] {
  if (before.deprecated === after.deprecated) return [];
  const tell = tellAt(null, after.pointer);
  return [
    after.deprecated
      ? tell("operation-deprecated", "informational", "the operation is deprecated")
      : tell("operation-undeprecated", "informational", "the operation is no longer deprecated"),
  ];
}
