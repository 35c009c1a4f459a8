import { hintWhy, sayWhy } from "../overlay/why-unmatched.ts";
import { askMeant, type Entry, error, quote, warning } from "./entry.ts";
import type { CatalogueParams, DiagnosticCode } from "./params.ts";

type OverlayCode = Extract<DiagnosticCode, `${"overlay" | "edit"}-${string}`>;

/** The diagnostics of overlays and of edits to a text. */
export const overlayEntries: { readonly [C in OverlayCode]: Entry<CatalogueParams[C]> } = {
  "overlay-invalid": error(
    (p) => `The overlay is not valid: ${p.why}.`,
    () =>
      "An overlay begins with `overlay: 1.1.0`; see https://spec.openapis.org/overlay/v1.1.0.html.",
  ),
  "overlay-version": warning(
    (p) => `Overlay ${p.version} is not known here; it is applied as 1.1.0.`,
    () => "Known are 1.0 and 1.1.",
  ),
  "overlay-target-invalid": error(
    (p) => `${quote(p.target)} is no JSONPath query: ${p.why}.`,
    () => "Write it as RFC 9535 does: `$.paths['/models'].get`.",
  ),
  "overlay-target-unmatched": warning(
    (p) => `The target ${quote(p.target)} matches nothing${p.why ? sayWhy(p.why) : ""}.`,
    (p) => {
      return askMeant(
        p.near,
        p.why
          ? hintWhy(p.why)
          : "Check it against the description as written; a missing node is added by updating its parent.",
      );
    },
  ),
  "overlay-target-primitive": warning(
    (p) => `The target ${quote(p.target)} is a primitive value, which Overlay 1.0 does not allow.`,
    () => "Write `overlay: 1.1.0`, or target the object that holds it.",
  ),
  "overlay-target-mixed": error(
    (p) => `The target ${quote(p.target)} matches values of different kinds.`,
    () => "Write one action for the objects, one for the arrays and one for the primitive values.",
  ),
  "overlay-no-effect": warning(
    () => "The action has both `update` and `copy`, and beside each other neither has an effect.",
    () => "Write one action that copies, and then one that updates.",
  ),
  "overlay-root-removed": error(
    (p) => `The target ${quote(p.target)} would remove the whole description.`,
    () => "Target what should go.",
  ),
  "overlay-incompatible": error(
    (p) => `The update of ${p.where} gives ${p.got} where ${p.expected} stands.`,
    () => "Remove the old value in an action before, or update with the same kind of value.",
  ),
  "overlay-copy": error(
    (p) =>
      `\`copy\` needs one node, and ${quote(p.copy)} matches ${p.count}${p.why ? sayWhy(p.why) : ""}.`,
    (p) => askMeant(p.near, "Name exactly one node."),
  ),
  "edit-not-found": error(
    (p) => `The change at ${quote(p.pointer)} has no place in the document.`,
    (p) => askMeant(p.near, "Change what is there, or add to an object or an array that is."),
  ),
  "edit-shared": error(
    (p) =>
      `What stands at ${quote(p.pointer)} is written once and used at several places, by an anchor and its aliases.`,
    () => "Write the value out in place of the alias, or change it by hand for all places.",
  ),
  "edit-not-written": error(
    (p) => `The change at ${quote(p.pointer)} cannot be written into the text: ${p.why}.`,
    () => "Make this change by hand.",
  ),
};
