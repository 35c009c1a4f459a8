/** What changed. */
export type ChangeKind =
  | "operation-added"
  | "operation-removed"
  | "operation-deprecated"
  | "operation-undeprecated"
  | "operation-renamed"
  | "path-renamed"
  | "path-parameter-renamed"
  | "parameter-added"
  | "parameter-removed"
  | "parameter-moved"
  | "parameter-required"
  | "parameter-optional"
  | "parameter-serialization"
  | "parameter-deprecated"
  | "request-body-added"
  | "request-body-removed"
  | "request-body-required"
  | "request-body-optional"
  | "response-added"
  | "response-removed"
  | "media-type-added"
  | "media-type-removed"
  | "part-serialization"
  | "header-added"
  | "header-removed"
  | "header-required"
  | "header-optional"
  | "header-serialization"
  | "header-deprecated"
  | "security-added"
  | "security-removed"
  | "security-alternative-added"
  | "security-alternative-removed"
  | "security-scope-added"
  | "security-scope-removed"
  | "security-scheme"
  | "server-added"
  | "server-removed"
  | "server-variable"
  | "server-default"
  | "type"
  | "null-added"
  | "null-removed"
  | "enum-value-added"
  | "enum-value-removed"
  | "lower-bound"
  | "upper-bound"
  | "multiple-of"
  | "pattern"
  | "format"
  | "content-encoding"
  | "content-media-type"
  | "unique-items"
  | "property-added"
  | "property-removed"
  | "property-required"
  | "property-optional"
  | "property-deprecated"
  | "additional-properties"
  | "alternative-added"
  | "alternative-removed"
  | "discriminator"
  | "default"
  | "schema";

/** What a change means for a client that was generated from the old description, worst first. */
export const changeClasses = ["breaking", "undecided", "additive", "informational"] as const;

/**
 * One of {@link changeClasses}. `breaking`: the client may fail. `undecided`: whether it may cannot
 * be told from the descriptions. `additive`: it goes on as before, a new one knows more or less.
 * `informational`: nothing that travels changed.
 */
export type ChangeClass = (typeof changeClasses)[number];

/** What travels; null for what concerns the operation as a whole. */
export type ChangeDirection = "request" | "response" | null;

/** One cause of difference. */
export interface DescriptionChange {
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  /** The label of the first operation that it concerns; that of a webhook or callback says so behind it. */
  readonly operation: string;
  /** The labels of all operations that it concerns, in document order. */
  readonly operations: readonly string[];
  readonly direction: ChangeDirection;
  /** Into the new composed document; into the old one for what is gone. */
  readonly pointer: string;
  /** What changed, from what to what, in one sentence. Holds names out of the descriptions as they are. */
  readonly message: string;
}

/** A change before it is known which operations it concerns. */
export type FoundChange = Omit<DescriptionChange, "operation" | "operations">;

/** The part of a version number that a description's changes ask for. */
export type Bump = "major" | "minor" | "patch" | "none";

/** What changed between two descriptions. */
export interface DescriptionDiff {
  readonly bump: Bump;
  /** Worst first, then in the order of the new description; what is gone stands before what is new. */
  readonly changes: readonly DescriptionChange[];
}

/** The bump that changes ask for: major for breaking and undecided ones. */
export function bumpFor(changes: readonly { readonly class: ChangeClass }[]): Bump {
  const has = (one: ChangeClass) => changes.some((change) => change.class === one);
  if (has("breaking") || has("undecided")) return "major";
  if (has("additive")) return "minor";
  return has("informational") ? "patch" : "none";
}
