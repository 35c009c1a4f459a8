import type { SchemaTrace } from "../interpreter/trace.ts";
import { collectAnnotations } from "./annotations.ts";
import { findReasons, printKeywordErrors, printSchemaErrors } from "./errors.ts";
import type { InstanceEvaluation } from "./evaluator.ts";
import { formatAbsolute } from "./locations.ts";
import type { OutputUnit } from "./output-unit.ts";

/**
 * The output format `basic`, Core section 12.4.2: one flat list, of the errors where the instance is
 * invalid, of the annotations where it is valid. A union that no branch meets has the errors of all
 * its branches; `createValidator` tells those of the nearest one.
 */
export function formatBasic(evaluation: InstanceEvaluation): OutputUnit {
  const { isValid, trace } = evaluation;
  const root = {
    ...{ valid: isValid, keywordLocation: "", instanceLocation: "" },
    absoluteKeywordLocation: formatAbsolute(trace.node),
  };
  if (!isValid) return { ...root, errors: listErrors(trace) };
  const annotations = collectAnnotations(evaluation).map(({ keyword: _, value, ...location }) => ({
    ...{ valid: true, ...location, annotation: value },
  }));
  return { ...root, annotations };
}

function listErrors(trace: SchemaTrace): readonly OutputUnit[] {
  const errors: OutputUnit[] = [];
  const seen = new Set<SchemaTrace>();
  const visit = (schema: SchemaTrace, location: string): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    errors.push(...printSchemaErrors(schema, location));
    for (const keyword of schema.keywords) {
      if (keyword.isValid) continue;
      errors.push(...printKeywordErrors(schema, keyword, location));
      for (const applied of findReasons(keyword))
        visit(applied.schema, location + applied.location);
    }
  };
  visit(trace, "");
  return errors;
}
