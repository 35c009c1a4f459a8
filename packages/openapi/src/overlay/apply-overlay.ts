import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { diagnose, type Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createDraft } from "../draft/draft.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { createTrace, type Trace } from "../trace/trace.ts";
import { applyAction } from "./apply-action.ts";
import type { Overlay } from "./overlay.ts";
import type { WhyUnmatched } from "./why-unmatched.ts";

/** What applying an overlay gives. */
export interface AppliedOverlay {
  /** A new document; the given one is untouched, and unchanged parts are the same objects. */
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
  /** For each action: how many nodes its target selected. */
  readonly matches: readonly number[];
}

/**
 * Applies an overlay's actions one after the other, each to the result of the one before.
 *
 * A target that selects nothing changes nothing and is a warning. An action that cannot be applied
 * is an error, and passed over.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 *
 * @example
 * ```ts
 * import { applyOverlay } from "@truespec/openapi";
 *
 * const description = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {} };
 * const { document, matches } = applyOverlay(description, {
 *   overlay: "1.1.0",
 *   title: "Say whose it is",
 *   version: "1",
 *   actions: [{ target: "$.info", update: { contact: { name: "Ada" } } }],
 * });
 * ```
 */
export function applyOverlay(document: JsonObject, overlay: Overlay): AppliedOverlay {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, params) => {
    diagnostics.push(diagnose(code, params, { source: overlay.title }));
  };
  const applied = applyActions(document, overlay, { trace: createTrace(), report });
  return { ...applied, diagnostics };
}

/** What applying needs to know beside the overlay itself. */
export interface OverlayContext {
  readonly trace: Trace;
  /** Takes pointers into the overlay's own document. */
  readonly report: Report;
  /** The overlay's file, when it has one. */
  readonly source?: SourceDocument;
  /** Of targets that match in the other form of the description, by the index of their action. */
  readonly whys?: ReadonlyMap<number, WhyUnmatched>;
}

/** {@link applyOverlay}, with places remembered and faults reported as they are found. */
export function applyActions(
  document: JsonObject,
  overlay: Overlay,
  context: OverlayContext,
): Omit<AppliedOverlay, "diagnostics"> {
  const draft = createDraft(document, context.trace);
  const matches = overlay.actions.map((action, index) =>
    applyAction(draft, action, {
      ...context,
      pointer: `/actions/${index}`,
      isFirstVersion: /^1\.0\./.test(overlay.overlay),
      why: context.whys?.get(index),
    }),
  );
  return { document: isJsonObject(draft.root) ? draft.root : document, matches };
}
