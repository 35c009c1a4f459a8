/** Every way in which an API can leave its description. */
export const findingKinds = [
  "missing-required",
  "unexpected-null",
  "type-mismatch",
  "format-mismatch",
  "constraint-violation",
  "undocumented-enum-value",
  "undocumented-status",
  "undocumented-media-type",
  "undocumented-field",
  "undocumented-operation",
  "undocumented-parameter",
  "undocumented-header",
  "open-empty-object",
  "never-seen",
  "stale-example",
] as const;

/** One way in which an API can leave its description. */
export type FindingKind = (typeof findingKinds)[number];
