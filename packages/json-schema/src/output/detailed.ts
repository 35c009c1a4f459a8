import type { AppliedSchema, KeywordTrace, SchemaTrace } from "../interpreter/trace.ts";
import { escapeToken } from "../json-pointer.ts";
import { readAnnotation } from "./annotations.ts";
import { findReasons, printKeywordErrors, printSchemaErrors } from "./errors.ts";
import type { InstanceEvaluation } from "./evaluator.ts";
import { formatAbsolute } from "./locations.ts";
import type { OutputUnit } from "./output-unit.ts";

/**
 * The output format `detailed`, Core section 12.4.3: the units in the hierarchy of the schema. A
 * unit without error, annotation or units below is left out, and one with a single unit below is
 * replaced by that.
 */
export function formatDetailed({ isValid, trace }: InstanceEvaluation): OutputUnit {
  const seen = new Set<SchemaTrace>();
  const print = isValid ? printAnnotations : printErrors;
  const visit = (schema: SchemaTrace, location: string): readonly OutputUnit[] => {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const units = print(schema, location, visit);
    const self = { location, absolute: formatAbsolute(schema.node) };
    return collapse({ ...self, instanceLocation: schema.instanceLocation, isValid }, units);
  };
  const [root] = visit(trace, "");
  return (
    root ?? {
      ...unitOf({
        location: "",
        absolute: formatAbsolute(trace.node),
        instanceLocation: "",
        isValid,
      }),
    }
  );
}

type Visit = (schema: SchemaTrace, location: string) => readonly OutputUnit[];

interface Branch {
  readonly location: string;
  readonly absolute: string;
  readonly instanceLocation: string;
  readonly isValid: boolean;
}

function unitOf({ location, absolute, instanceLocation, isValid }: Branch): OutputUnit {
  return {
    ...{ valid: isValid, keywordLocation: location },
    ...{ absoluteKeywordLocation: absolute, instanceLocation },
  };
}

/** A unit around these, unless it would hold one or none. */
function collapse(branch: Branch, units: readonly OutputUnit[]): readonly OutputUnit[] {
  if (units.length <= 1) return units;
  return [{ ...unitOf(branch), [branch.isValid ? "annotations" : "errors"]: units }];
}

function printErrors(schema: SchemaTrace, location: string, visit: Visit): readonly OutputUnit[] {
  const failed = schema.keywords.filter(({ isValid }) => !isValid);
  return [
    ...printSchemaErrors(schema, location),
    ...failed.flatMap((keyword) => {
      const below = visitAll(findReasons(keyword), location, visit);
      const [first, ...more] = printKeywordErrors(schema, keyword, location);
      if (first === undefined) return collapse(branchOf(schema, keyword, location), below);
      return [below.length === 0 ? first : { ...first, errors: below }, ...more];
    }),
  ];
}

function printAnnotations(
  schema: SchemaTrace,
  location: string,
  visit: Visit,
): readonly OutputUnit[] {
  return schema.keywords.flatMap((keyword) => {
    const met = keyword.applied.filter((applied) => applied.schema.isValid);
    const below = visitAll(met, location, visit);
    const own = readAnnotation(schema, keyword, location);
    if (own === undefined) return collapse(branchOf(schema, keyword, location), below);
    const { keyword: _, value, ...place } = own;
    const unit: OutputUnit = { valid: true, ...place, annotation: value };
    return [below.length === 0 ? unit : { ...unit, annotations: below }];
  });
}

function visitAll(
  applied: readonly AppliedSchema[],
  location: string,
  visit: Visit,
): readonly OutputUnit[] {
  return applied.flatMap((one) => visit(one.schema, location + one.location));
}

function branchOf(
  schema: SchemaTrace,
  { keyword, isValid }: KeywordTrace,
  location: string,
): Branch {
  const name = escapeToken(keyword);
  return {
    ...{ location: `${location}/${name}`, absolute: formatAbsolute(schema.node, name) },
    ...{ instanceLocation: schema.instanceLocation, isValid },
  };
}
