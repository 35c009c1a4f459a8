import type { Description } from "../model/model.ts";
import {
  bumpFor,
  changeClasses,
  type DescriptionChange,
  type DescriptionDiff,
  type FoundChange,
} from "./change.ts";
import { openComparison } from "./compare/comparison.ts";
import { matchOperations } from "./compare/match-operations.ts";
import { addedOperation, compareOperations, removedOperation } from "./compare/operation.ts";
import { compareCallbacks, compareSent, type SentChanges } from "./compare/sent.ts";

/**
 * Tells what changed between two descriptions of an API for a client that was generated from the
 * old one, and the semver bump that asks for.
 *
 * Schemas are judged as sets of instances: what is answered must lie within what the old client
 * understands, what it sends within what is taken. What cannot be decided is `undecided`, and
 * counts as breaking. A generated client sends only what its types name, and takes a `oneOf` as a
 * union; the values of an open enum (`x-extensible-enum`, `x-speakeasy-unknown-values`,
 * `x-ms-enum`) bind nobody. One cause is one change, however many operations it concerns. Prose and
 * examples are no change, nor are the names of components. Of webhooks and callbacks the client is who
 * is called: what is sent must be understood, what is answered taken.
 *
 * @example
 * ```ts
 * import { createSourceReader, diffDescriptions, loadDescription } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const before = await loadDescription("v1.yaml", { read });
 * const after = await loadDescription("v2.yaml", { read });
 * if (before.ok && after.ok) console.log(diffDescriptions(before.description, after.description).bump);
 * ```
 */
export function diffDescriptions(before: Description, after: Description): DescriptionDiff {
  const comparison = openComparison(before, after);
  const { matched, removed, added } = matchOperations(before.operations, after.operations);
  const gathered = new Map<string, Gathered>();
  for (const operation of removed) gather(gathered, operation.label, [removedOperation(operation)]);
  const matches = new Map(matched.map((match) => [match.after, match]));
  const gatherSent = (sent: readonly SentChanges[]) => {
    for (const { label, changes } of sent) gather(gathered, label, changes);
  };
  for (const operation of after.operations) {
    const match = matches.get(operation);
    if (match === undefined) continue;
    gather(gathered, operation.label, compareOperations(comparison, match));
    gatherSent(compareCallbacks(comparison, match));
  }
  for (const operation of added) gather(gathered, operation.label, [addedOperation(operation)]);
  const webhooks = { before: before.webhooks, after: after.webhooks, of: undefined };
  gatherSent(compareSent(comparison, webhooks));
  const changes = changeClasses.flatMap((one) =>
    [...gathered.values()].filter(({ change }) => change.class === one).map(finish),
  );
  return { bump: bumpFor(changes), changes };
}

/** A change and the operations that it was found in. */
interface Gathered {
  readonly change: FoundChange;
  readonly operations: Set<string>;
}

function gather(
  gathered: Map<string, Gathered>,
  label: string,
  changes: readonly FoundChange[],
): void {
  for (const change of changes) {
    const key = JSON.stringify(change);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { change, operations: new Set([label]) });
    else known.operations.add(label);
  }
}

function finish({ change, operations }: Gathered): DescriptionChange {
  const [operation = ""] = operations;
  return { ...change, operation, operations: [...operations] };
}
