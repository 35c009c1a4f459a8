import type { JsonValue } from "@truespec/json-schema";
import type { FoundChange } from "../change.ts";
import type { Branch } from "../schema/branch.ts";
import { isAmong } from "../schema/equal.ts";
import { findInstances } from "../schema/instances.ts";
import type { BranchMatch } from "./alternatives.ts";
import type { SchemaWalk } from "./schema-walk.ts";
import { showValues } from "./wording.ts";

/** Names the values that an enum gained and lost. The values of an open enum bind nobody. */
export function explainValues(
  { direction }: SchemaWalk,
  pointer: string,
  { before, after }: BranchMatch,
): readonly FoundChange[] {
  const listed = [listedValues(before), listedValues(after)];
  if (listed.every((values) => values === undefined)) return [];
  const [old, recent] = [listed[0] ?? findInstances(before), listed[1] ?? findInstances(after)];
  const isResponse = direction === "response";
  const added = without(recent ?? [], old ?? []);
  const gone = without(old ?? [], recent ?? []);
  const changes: FoundChange[] = [];
  const tell = (kind: FoundChange["kind"], isSafe: boolean, message: string) =>
    changes.push({ kind, class: isSafe ? "additive" : "breaking", direction, pointer, message });
  if (old === undefined) {
    const isSafe = isResponse || after.values === undefined;
    tell("enum-value-removed", isSafe, `only ${showValues(added)} are allowed now`);
  } else if (recent === undefined) {
    const isSafe = !isResponse || before.values === undefined;
    tell("enum-value-added", isSafe, `other values than ${showValues(gone)} are allowed now`);
  } else {
    tellOpening({ before, after, isResponse, tell });
    if (added.length > 0) {
      const isSafe = !isResponse || isOpen(before);
      tell("enum-value-added", isSafe, `${plural(added)} ${showValues(added)} is new`);
    }
    if (gone.length > 0) {
      const isSafe = isResponse || isOpen(after);
      tell("enum-value-removed", isSafe, `${plural(gone)} ${showValues(gone)} is gone`);
    }
  }
  return changes;
}

/** An enum that was closed and is open may hold any value now, and the other way round. */
function tellOpening({
  before,
  after,
  isResponse,
  tell,
}: {
  readonly before: Branch;
  readonly after: Branch;
  readonly isResponse: boolean;
  readonly tell: (kind: FoundChange["kind"], isSafe: boolean, message: string) => void;
}): void {
  if (isOpen(before) === isOpen(after)) return;
  if (isOpen(after))
    tell("enum-value-added", !isResponse, "the enum is open now: other values may come");
  else tell("enum-value-removed", isResponse, "the enum is closed now: no other value is allowed");
}

function isOpen({ values, known }: Branch): boolean {
  return values === undefined && known !== undefined;
}

/** A type's own values, such as both booleans, are no list that anybody wrote. */
function listedValues({ type, values, known }: Branch): readonly JsonValue[] | undefined {
  if (type === "null" || (type === "boolean" && values?.length === 2)) return undefined;
  return values ?? known;
}

function without(values: readonly JsonValue[], others: readonly JsonValue[]): readonly JsonValue[] {
  const isOther = isAmong(others);
  return values.filter((value) => !isOther(value));
}

function plural(values: readonly JsonValue[]): string {
  return values.length === 1 ? "the value" : `one of ${values.length} values`;
}
