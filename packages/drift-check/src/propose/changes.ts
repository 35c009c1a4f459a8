import type { JsonObject } from "@truespec/json-schema";
import type { Cause } from "../compare/causes.ts";
import type { Finding } from "../compare/finding.ts";
import { sortedMembers } from "../compare/total.ts";
import { inferSchema } from "../infer/infer-schema.ts";
import type { Place } from "../profile/place.ts";
import type { Family } from "../profile/profile.ts";
import type { Shape } from "../profile/shape.ts";
import { typesIn } from "../profile/type-counts.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import { type Dialect, writeSchema } from "./dialect.ts";
import { type Change, type Changes, refuse } from "./edit.ts";

/** A finding with all that is remembered of it. */
export interface Evidence {
  readonly finding: Finding;
  readonly family: Family;
  readonly cause: Cause;
  /** What was seen wherever the same addition would stand, in other operations too. */
  readonly shape: Shape | undefined;
  /** What was seen at the place of the family. */
  readonly place: Place | undefined;
}

/** How changes are made. */
export interface ChangeOptions {
  readonly dialect: Dialect;
  readonly required: "keep" | "relax";
}

/** Keywords that limit a value and nothing else, so that to drop one only widens. */
const limits: ReadonlySet<string> = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"],
  ...["minProperties", "maxProperties"],
]);

/** The changes of the description that answer a finding; or why there are none. */
export function changesFor(evidence: Evidence, options: ChangeOptions): Changes {
  const { finding, cause } = evidence;
  if (finding.severity === "undecided") return refuse("there is too little evidence");
  switch (finding.kind) {
    case "undocumented-field":
      return at(evidence, fieldChange(evidence, options), 1);
    case "undocumented-enum-value":
      return changesForEnum(evidence);
    case "unexpected-null":
      return changesForNull(evidence);
    case "type-mismatch":
      return changesForType(evidence);
    case "format-mismatch":
      return at(evidence, { kind: "drop", keywords: ["format"] });
    case "constraint-violation":
      return cause.deviation.keywords.every((keyword) => limits.has(keyword))
        ? at(evidence, { kind: "drop", keywords: cause.deviation.keywords })
        : refuse(`no single edit repairs ${cause.deviation.keywords.join(" and ")}`);
    case "missing-required":
      return options.required === "relax"
        ? at(evidence, { kind: "optional", name: evidence.cause.name ?? "" })
        : refuse(
            "whether the field may be left out is a judgement, and not for evidence to decide",
          );
    case "undocumented-status":
    case "undocumented-media-type":
      return finding.n > 1
        ? changesForAnswer(evidence, options)
        : refuse("it was seen once, and one sight may be an accident");
    case "undocumented-header":
      return changesForAnswer(evidence, options);
    case "undocumented-parameter":
      return refuse("that a caller sent a parameter does not show that the API knows it");
    case "undocumented-operation":
      return refuse("an operation cannot be described from its answers alone");
    case "open-empty-object":
      return refuse("whether the object is left open on purpose is a judgement");
    case "never-seen":
    case "stale-example":
      return refuse("nothing that was seen contradicts the description");
  }
}

/** The change at each schema that speaks about the place, or at the first `count` of them. */
function at({ cause }: Evidence, change: Change, count = Number.POSITIVE_INFINITY): Changes {
  const pointers = cause.deviation.schemaPointers.slice(0, count);
  return pointers.map((pointer) => ({ pointer, change }));
}

function fieldChange(evidence: Evidence, { dialect }: ChangeOptions): Change {
  const { shape } = evidence;
  const schema = writeSchema(shape === undefined ? {} : inferSchema(shape), dialect);
  if (evidence.finding.openSet) return { kind: "map", schema };
  return { kind: "property", name: evidence.cause.name ?? "", schema };
}

function changesForEnum(evidence: Evidence): Changes {
  const { family, cause, finding } = evidence;
  if (cause.deviation.keywords.includes("const")) return refuse("one value is meant, a `const`");
  const isHidden = (key: string): boolean => key.startsWith("#");
  if (finding.openSet) {
    const members = sortedMembers(family);
    const isWhole = !family.truncated && !members.some(([key]) => isHidden(key));
    const values = members.map(([, { value }]) => value ?? null);
    return at(evidence, { kind: "open-enum", values: isWhole ? values : undefined });
  }
  if (cause.member === undefined || isHidden(cause.member)) {
    return refuse("its value is no short name, and was not kept");
  }
  return at(evidence, { kind: "enum", values: [cause.deviation.value ?? null] });
}

function changesForNull(evidence: Evidence): Changes {
  if (evidence.cause.deviation.keywords.includes("const"))
    return refuse("one value is meant, a `const`");
  return at(evidence, { kind: "types", types: ["null"] });
}

function changesForType(evidence: Evidence): Changes {
  const { finding, cause } = evidence;
  if (cause.deviation.keywords.some((keyword) => keyword !== "type")) {
    return refuse("its values are listed, and the list is of another type");
  }
  const types = typesIn(finding.types ?? {}).filter((type) => type !== "null");
  return at(evidence, { kind: "types", types });
}

function changesForAnswer(evidence: Evidence, options: ChangeOptions): Changes {
  return at(evidence, { kind: "members", members: answerMembers(evidence, options) }, 1);
}

function answerMembers({ finding, shape }: Evidence, { dialect }: ChangeOptions): JsonObject {
  const { kind, status, mediaType } = finding;
  if (kind === "undocumented-header") {
    return { headers: { [String(finding.values?.[0])]: { schema: { type: "string" } } } };
  }
  const schema =
    shape === undefined || !isJsonMediaType(mediaType ?? undefined)
      ? {}
      : { schema: writeSchema(inferSchema(shape), dialect) };
  const content = mediaType === null ? {} : { content: { [mediaType]: schema } };
  if (kind === "undocumented-media-type") return content;
  return { [String(status)]: { description: `Status ${status}, as it was observed`, ...content } };
}
