import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, findBelow, formatPointer } from "@truespec/json-schema/json-pointer";
import type { Report } from "../diagnostics/diagnose.ts";
import type { CatalogueParams } from "../diagnostics/params.ts";
import type { Draft } from "../draft/draft.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import type { Trace, WrittenPlace } from "../trace/trace.ts";
import { appendItems, type MergeRules, mergeAt, type Update } from "./merge.ts";
import { findNearTargets, findReferenceBefore } from "./near-targets.ts";
import type { OverlayAction } from "./overlay.ts";
import { removePaths } from "./remove.ts";
import { findQueryFault, type SelectedPath, selectPaths } from "./select.ts";
import type { WhyUnmatched } from "./why-unmatched.ts";

/** What one action needs to know. */
export interface ActionContext {
  readonly trace: Trace;
  readonly report: Report;
  readonly source?: SourceDocument;
  /** Of the action in the overlay. */
  readonly pointer: string;
  /** Whether the overlay says 1.0: no primitive targets, an array update is one entry. */
  readonly isFirstVersion: boolean;
  /** Set where the target matches in the other form of the description. */
  readonly why: WhyUnmatched | undefined;
}

type Kind = "object" | "array" | "primitive";

/** Applies one action to a draft and answers how many nodes its target selected. */
export function applyAction(draft: Draft, action: OverlayAction, context: ActionContext): number {
  const target = appendKey(context.pointer, "target");
  const fault = findQueryFault(action.target);
  if (fault !== undefined) {
    context.report("overlay-target-invalid", { target: action.target, why: fault }, target);
    return 0;
  }
  const paths = selectPaths(draft.root, action.target);
  if (paths.length === 0) {
    context.report("overlay-target-unmatched", explain(draft, action.target, context.why), target);
  } else if (action.remove === true) {
    applyRemove(draft, action, paths, context);
  } else {
    applyUpdate(draft, action, paths, context);
  }
  return paths.length;
}

function explain(
  draft: Draft,
  target: string,
  other: WhyUnmatched | undefined,
): CatalogueParams["overlay-target-unmatched"] {
  return other === undefined
    ? { target, ...explainMiss(draft, target) }
    : { target, why: other, near: [] };
}

/** Why a query finds nothing in the draft, and what it may mean. */
function explainMiss(
  draft: Draft,
  query: string,
): Pick<CatalogueParams["overlay-target-unmatched"], "why" | "near"> {
  const why = findReferenceBefore(draft.root, query);
  return { why, near: why?.near ?? findNearTargets(draft.root, query) };
}

function applyRemove(
  draft: Draft,
  { target }: OverlayAction,
  paths: readonly SelectedPath[],
  { report, pointer }: ActionContext,
): void {
  if (paths.some((path) => path.length === 0)) {
    report("overlay-root-removed", { target }, appendKey(pointer, "target"));
    return;
  }
  removePaths(draft, paths);
}

function applyUpdate(
  draft: Draft,
  action: OverlayAction,
  paths: readonly SelectedPath[],
  context: ActionContext,
): void {
  const update = findUpdate(draft, action, context);
  if (update === undefined) return;
  const kinds = new Set(paths.map((path) => kindAt(draft, path)));
  const place = appendKey(context.pointer, "target");
  if (kinds.size > 1 && !context.isFirstVersion) {
    context.report("overlay-target-mixed", { target: action.target }, place);
    return;
  }
  if (kinds.has("primitive") && context.isFirstVersion) {
    context.report("overlay-target-primitive", { target: action.target }, place);
  }
  const rules = mergeRules(draft, action, context);
  for (const path of paths) updatePath(path, update, rules, context);
}

function updatePath(
  path: SelectedPath,
  update: Update,
  rules: MergeRules,
  { isFirstVersion }: ActionContext,
): void {
  const isArray = kindAt(rules.draft, path) === "array";
  if (isArray && (isFirstVersion || !isJsonArray(update.value))) {
    appendItems(path, [update], rules.draft);
  } else {
    mergeAt(path, update, rules);
  }
}

function mergeRules(draft: Draft, action: OverlayAction, context: ActionContext): MergeRules {
  const place = appendKey(context.pointer, action.update === undefined ? "copy" : "update");
  return {
    draft,
    replacesIncompatible: context.isFirstVersion,
    refuse: ({ keys, expected, got }) =>
      context.report("overlay-incompatible", { where: formatPointer(keys), expected, got }, place),
  };
}

/** The value of `update`, or of the one node that `copy` selects; both at once have no effect. */
function findUpdate(
  draft: Draft,
  action: OverlayAction,
  context: ActionContext,
): Update | undefined {
  const { update, copy } = action;
  if (update !== undefined) {
    const pointer = appendKey(context.pointer, "update");
    return copy === undefined ? { value: update, written: placeOf(context, pointer) } : undefined;
  }
  return copy === undefined ? undefined : findCopied(draft, copy, context);
}

function findCopied(draft: Draft, copy: string, context: ActionContext): Update | undefined {
  const pointer = appendKey(context.pointer, "copy");
  const why = findQueryFault(copy);
  if (why !== undefined) {
    context.report("overlay-target-invalid", { target: copy, why }, pointer);
    return undefined;
  }
  const [path, ...more] = selectPaths(draft.root, copy);
  const value = path && findBelow(draft.root, path);
  if (value === undefined || more.length > 0) {
    const count = path === undefined ? 0 : 1 + more.length;
    const said = count > 0 ? { near: [], why: undefined } : explainMiss(draft, copy);
    context.report("overlay-copy", { copy, count, ...said }, pointer);
    return undefined;
  }
  // The draft may change this very node later; a copy must not change with it
  return { value: structuredClone(value), written: placeOf(context, pointer) };
}

function placeOf({ source }: ActionContext, pointer: string): WrittenPlace | undefined {
  return source && { document: source, pointer };
}

function kindAt(draft: Draft, path: SelectedPath): Kind {
  const value: JsonValue | undefined = findBelow(draft.root, path);
  if (isJsonObject(value)) return "object";
  return isJsonArray(value) ? "array" : "primitive";
}
