import type { JsonValue } from "@truespec/json-schema";

/**
 * A list of changes to a description.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 */
export interface Overlay {
  /** The version of the Overlay Specification: `1.0.0`, `1.1.0`. */
  readonly overlay: string;
  readonly title: string;
  /** Of the overlay itself. */
  readonly version: string;
  readonly description?: string;
  /** URI reference of the description that it is meant for. */
  readonly extends?: string;
  /** In the order of their application. */
  readonly actions: readonly OverlayAction[];
}

/** One change at every node that `target` selects. */
export interface OverlayAction {
  /** A JSONPath query of RFC 9535. */
  readonly target: string;
  readonly description?: string;
  /** Merged into objects, appended to arrays, put in place of primitive values. */
  readonly update?: JsonValue;
  /** Takes the nodes away; `update` and `copy` have no effect then. */
  readonly remove?: boolean;
  /** A JSONPath query for the one node whose value is the update. Since 1.1. */
  readonly copy?: string;
}
