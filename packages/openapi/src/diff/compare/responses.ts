import type { Header, Response } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { compareContent } from "./content.ts";
import type { OperationMatch } from "./match-operations.ts";
import { showDeprecation, showName } from "./wording.ts";

interface ResponseMatch {
  readonly before: Response;
  readonly after: Response;
}

/**
 * Every change of an operation's responses. A status that only one side names is compared with the
 * range or the `default` that covers it on the other. A success that is new or gone breaks: the
 * client has no type for it, or waits for it in vain. Other statuses come and go.
 */
export function compareResponses(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const changes = before.responses.flatMap((one) => {
    const other = findCover(after.responses, one.status);
    if (other !== undefined) return compareResponse(comparison, { before: one, after: other });
    return isNarrowed(one, before.responses, after.responses) ? [] : [goneResponse(one)];
  });
  const added = after.responses.flatMap((one) => {
    if (findExact(before.responses, one.status) !== undefined) return [];
    const other = findCover(before.responses, one.status);
    if (other !== undefined) return compareResponse(comparison, { before: other, after: one });
    return [newResponse(one)];
  });
  return [...changes, ...added];
}

function findExact(responses: readonly Response[], status: string): Response | undefined {
  return responses.find((response) => response.status.toUpperCase() === status.toUpperCase());
}

/** The response that describes a status or a range: itself, its range, or the default. */
function findCover(responses: readonly Response[], status: string): Response | undefined {
  const keys = [status, `${status.slice(0, 1)}XX`, "DEFAULT"];
  return keys.flatMap((key) => findExact(responses, key) ?? [])[0];
}

/** Whether a range or the default gave way to statuses within it. */
function isNarrowed(
  { status }: Response,
  before: readonly Response[],
  after: readonly Response[],
): boolean {
  const gained = after.filter((one) => findExact(before, one.status) === undefined);
  if (status === "default") return gained.length > 0;
  return /xx$/i.test(status) && gained.some((one) => one.status.startsWith(status.slice(0, 1)));
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function goneResponse({ status, pointer }: Response): FoundChange {
  const tell = tellAt("response", pointer);
  return tell(
    "response-removed",
    isSuccess(status) ? "breaking" : "additive",
    `response ${status} is gone`,
  );
}

function newResponse({ status, pointer }: Response): FoundChange {
  const tell = tellAt("response", pointer);
  return tell(
    "response-added",
    isSuccess(status) ? "breaking" : "additive",
    `response ${status} is new`,
  );
}

function compareResponse(
  comparison: Comparison,
  { before, after }: ResponseMatch,
): readonly FoundChange[] {
  const content = compareContent(comparison, {
    direction: "response",
    before: before.content,
    after: after.content,
    of: `response ${after.status}`,
  });
  return [...content, ...compareHeaders(comparison, { before, after })];
}

function compareHeaders(
  comparison: Comparison,
  { before, after }: ResponseMatch,
): readonly FoundChange[] {
  const gone = before.headers.flatMap((one) => {
    const other = findHeader(after.headers, one.name);
    if (other !== undefined) return compareHeader(comparison, one, other);
    const message = `header ${showName(one.name)} of response ${before.status} is gone`;
    return [tellAt("response", one.pointer)("header-removed", "breaking", message)];
  });
  const added = after.headers.flatMap((one) => {
    if (findHeader(before.headers, one.name) !== undefined) return [];
    const message = `header ${showName(one.name)} of response ${after.status} is new`;
    return [tellAt("response", one.pointer)("header-added", "additive", message)];
  });
  return [...gone, ...added];
}

function findHeader(headers: readonly Header[], name: string): Header | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
}

function compareHeader(
  comparison: Comparison,
  before: Header,
  after: Header,
): readonly FoundChange[] {
  const { pointer, name } = after;
  const tell = tellAt("response", pointer);
  const changes: FoundChange[] = [];
  if (after.required && !before.required) {
    changes.push(tell("header-required", "additive", `header ${showName(name)} became required`));
  }
  if (!after.required && before.required) {
    changes.push(tell("header-optional", "breaking", `header ${showName(name)} became optional`));
  }
  if (after.deprecated !== before.deprecated) {
    const message = `header ${showName(name)} ${showDeprecation(after)}`;
    changes.push(tell("header-deprecated", "informational", message));
  }
  const schemas = { before: before.schemaPointer, after: after.schemaPointer };
  const isScalar = comparison.areScalars("response", schemas);
  const [was, is] = [before, after].map(
    ({ mediaType, explode }) =>
      mediaType ?? (explode && !isScalar ? "style simple, exploded" : "style simple"),
  );
  if (was !== is) {
    const message = `header ${showName(name)} was written as ${was}, and is written as ${is} now`;
    changes.push(tell("header-serialization", "breaking", message));
  }
  return [...changes, ...comparison.compareSchemas({ direction: "response", pointer, ...schemas })];
}
