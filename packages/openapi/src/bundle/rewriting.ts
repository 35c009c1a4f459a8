import type { JsonValue } from "@truespec/json-schema";
import type { NodeType } from "../grammar/node-type.ts";
import { type Place, pointerOf } from "../pointer/place.ts";
import type { Trace } from "../trace/trace.ts";
import type { ComponentNames, Target } from "./component-names.ts";
import type { Identifiers } from "./identifiers.ts";
import type { Library } from "./library.ts";
import { findSection, mayBeReference } from "./references.ts";

/** How many nodes may be brought in from other files and places. */
export const maxNodes = 2_000_000;

/** A part of a file, and where it is put in the composed document. */
export interface Part extends Target {
  readonly place: Place;
}

/** A target that is to become a component. */
export interface Lift extends Target {
  readonly type: NodeType;
  readonly component: string;
}

/** What the rewriting of all parts shares. */
export interface Rewriting {
  readonly library: Library;
  readonly identifiers: Identifiers;
  readonly names: ComponentNames;
  readonly trace: Trace;
  /** Grows while parts are rewritten. */
  readonly lifts: Lift[];
  /** Targets that are being put in place right now. */
  readonly inlining: Set<string>;
  /** What was put in place before, and may be put in others of the same kind. */
  readonly inlined: Map<string, Inlined>;
  /** Is told where a reference is written that leads back to itself. */
  readonly reportRing: (written: Target, ref: string) => void;
  /** Is told where a reference is written that may not stand there, outside of what others bring in. */
  readonly reportMisplaced: (written: Target, ref: string) => void;
  /** Nodes brought in so far; what is shared counts as often as it stands. */
  count: number;
  /** References so far that lead back to themselves. */
  rings: number;
}

/** A target that was put in place, and how many nodes it brought in. */
interface Inlined {
  readonly value: JsonValue;
  readonly count: number;
}

/** The place in the composed document that a target has; undefined when it is to be put in place. */
export function findComponent(
  target: Target,
  type: NodeType,
  place: Place,
  { library, names, lifts }: Rewriting,
): string | undefined {
  if (target.document === library.root) return mayBeReference(type) ? target.pointer : undefined;
  const section = findSection(type, place);
  if (section === undefined) return undefined;
  if (names.find(section, target) === pointerOf(place)) return undefined;
  const { pointer, isNew } = names.allocate(section, target);
  if (isNew) {
    lifts.push({ document: target.document, pointer: target.pointer, type, component: pointer });
  }
  return pointer;
}
