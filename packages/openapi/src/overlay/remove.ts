import { type Draft, isDraftArray, openContainer } from "../draft/draft.ts";
import { editOrigins, type Trace } from "../trace/trace.ts";
import type { SelectedPath } from "./select.ts";

/** Takes nodes out of the objects and arrays that hold them. The root is never among them. */
export function removePaths(draft: Draft, paths: readonly SelectedPath[]): void {
  // From the last item to the first, so that no removal moves what another one names
  for (const path of [...paths].sort(compareFromLast)) removePath(draft, path);
}

function removePath(draft: Draft, path: SelectedPath): void {
  const container = openContainer(draft, path.slice(0, -1));
  const key = path.at(-1);
  if (container === undefined || key === undefined) return;
  if (!isDraftArray(container)) {
    delete container[key];
    editOrigins(draft.trace, container, (origins) => origins.delete(key));
    return;
  }
  const index = Number(key);
  if (index >= container.length) return;
  shiftOrigins(draft.trace, container, index);
  container.splice(index, 1);
}

/** Each later item is written where it was before it moved. */
function shiftOrigins(trace: Trace, array: readonly unknown[], removed: number): void {
  editOrigins(trace, array, (origins) => {
    for (let index = removed; index < array.length - 1; index++) {
      const from = String(index + 1);
      origins.set(String(index), origins.get(from) ?? { kind: "renamed", keys: [from] });
    }
    origins.delete(String(array.length - 1));
  });
}

function compareFromLast(left: SelectedPath, right: SelectedPath): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const a = left[index] ?? "";
    const b = right[index] ?? "";
    if (a === b) continue;
    const numbers = Number(b) - Number(a);
    return Number.isNaN(numbers) || numbers === 0 ? (a < b ? 1 : -1) : numbers;
  }
  return right.length - left.length;
}
