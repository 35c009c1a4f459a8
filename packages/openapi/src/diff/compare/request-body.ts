import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { compareContent } from "./content.ts";
import type { OperationMatch } from "./match-operations.ts";

/** Every change of an operation's request body. */
export function compareRequestBodies(
  comparison: Comparison,
  match: OperationMatch,
): readonly FoundChange[] {
  const [before, after] = [match.before.requestBody, match.after.requestBody];
  if (before === undefined && after === undefined) return [];
  const tell = tellAt("request", after?.pointer ?? before?.pointer ?? "");
  if (before === undefined) {
    return after?.required
      ? [tell("request-body-added", "breaking", "a required request body is new")]
      : [tell("request-body-added", "additive", "an optional request body is new")];
  }
  if (after === undefined) {
    return [tell("request-body-removed", "breaking", "the request body is gone")];
  }
  const changes: FoundChange[] = [];
  if (after.required && !before.required) {
    changes.push(tell("request-body-required", "breaking", "the request body became required"));
  }
  if (!after.required && before.required) {
    changes.push(tell("request-body-optional", "additive", "the request body became optional"));
  }
  const content = compareContent(comparison, {
    direction: "request",
    before: before.content,
    after: after.content,
    of: "the request body",
  });
  return [...changes, ...content];
}
