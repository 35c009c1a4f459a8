import type { Callback, Operation, Parameter } from "../../model/model.ts";
import type { ChangeClass, ChangeKind, FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { compareContent } from "./content.ts";
import { matchOperations, type OperationMatch } from "./match-operations.ts";
import { compareDeprecation, compareNames } from "./names.ts";
import { showName } from "./wording.ts";

/** Requests that the API sends on its own account, before and after. */
export interface SentRequests {
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  /** The operation whose callbacks they are, by its label; undefined for webhooks. */
  readonly of: string | undefined;
}

/** What changed of one request that the API sends. */
export interface SentChanges {
  /** `POST paid (webhook)`, `POST {$request.body#/url} (callback of POST /orders)`. */
  readonly label: string;
  readonly changes: readonly FoundChange[];
}

/** Every change of the callbacks of an operation. */
export function compareCallbacks(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly SentChanges[] {
  const names = [...before.callbacks, ...after.callbacks].map(({ name }) => name);
  const requestsOf = (callbacks: readonly Callback[], name: string) =>
    callbacks.find((one) => one.name === name)?.operations ?? [];
  return [...new Set(names)].flatMap((name) =>
    compareSent(comparison, {
      before: requestsOf(before.callbacks, name),
      after: requestsOf(after.callbacks, name),
      of: after.label,
    }),
  );
}

/**
 * Every change of requests that the API sends. The roles are the contrary of an operation's: what the
 * request holds must be understood by who generated from the old description, what is answered must be
 * taken.
 */
export function compareSent(
  comparison: Comparison,
  { before, after, of }: SentRequests,
): readonly SentChanges[] {
  const { matched, removed, added } = matchOperations(before, after);
  const noun = of === undefined ? "webhook" : "callback";
  const labelOf = ({ label }: Operation) =>
    `${label} (${of === undefined ? noun : `callback of ${of}`})`;
  const tell = (kind: ChangeKind, one: ChangeClass, what: string) => (sent: Operation) => ({
    label: labelOf(sent),
    changes: [tellAt(null, sent.pointer)(kind, one, `${noun} ${sent.label} is ${what}`)],
  });
  return [
    ...removed.map(tell("operation-removed", "breaking", "gone")),
    ...matched.map((match) => ({
      label: labelOf(match.after),
      changes: compareRequests(comparison, match, noun),
    })),
    ...added.map(tell("operation-added", "additive", "new")),
  ];
}

function compareRequests(
  comparison: Comparison,
  match: OperationMatch,
  noun: string,
): readonly FoundChange[] {
  const { before, after } = match;
  const message = `the ${noun} was ${before.path}, and is ${after.path} now`;
  const renamed = tellAt(null, after.pointer)("path-renamed", "breaking", message);
  return [
    ...(before.path === after.path ? compareNames(match) : [renamed]),
    ...compareDeprecation(match),
    ...compareParameters(comparison, match),
    ...compareBodies(comparison, match),
    ...compareAnswers(comparison, match),
  ];
}

function compareParameters(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const lost = before.parameters.flatMap((one) => {
    const other = findParameter(after.parameters, one);
    if (other !== undefined) return compareParameter(comparison, one, other);
    const message = `${describe(one)} is gone`;
    return [tellAt("request", one.pointer)("parameter-removed", "breaking", message)];
  });
  const gained = after.parameters.flatMap((one) => {
    if (findParameter(before.parameters, one) !== undefined) return [];
    const message = `${describe(one)} is new`;
    return [tellAt("request", one.pointer)("parameter-added", "additive", message)];
  });
  return [...lost, ...gained];
}

function findParameter(parameters: readonly Parameter[], wanted: Parameter): Parameter | undefined {
  const keyOf = ({ name, in: place }: Parameter) =>
    `${place} ${place === "header" ? name.toLowerCase() : name}`;
  return parameters.find((one) => keyOf(one) === keyOf(wanted));
}

function describe({ name, in: place }: Parameter): string {
  return `${place} parameter ${showName(name)}`;
}

function compareParameter(
  { compareSchemas }: Comparison,
  before: Parameter,
  after: Parameter,
): readonly FoundChange[] {
  const { pointer } = after;
  const tell = tellAt("request", pointer);
  const demand = after.required
    ? tell("parameter-required", "additive", `${describe(after)} became required`)
    : tell("parameter-optional", "breaking", `${describe(after)} became optional`);
  const schemas = { before: before.schemaPointer, after: after.schemaPointer };
  return [
    ...(before.required === after.required ? [] : [demand]),
    ...compareSchemas({ direction: "response", pointer, ...schemas }).map(turn),
  ];
}

function compareBodies(comparison: Comparison, match: OperationMatch): readonly FoundChange[] {
  const [before, after] = [match.before.requestBody, match.after.requestBody];
  const tell = tellAt("request", after?.pointer ?? before?.pointer ?? "");
  if (before === undefined || after === undefined) {
    if (after !== undefined)
      return [tell("request-body-added", "additive", "a request body is new")];
    return before === undefined
      ? []
      : [tell("request-body-removed", "breaking", "the request body is gone")];
  }
  const demand = after.required
    ? tell("request-body-required", "additive", "the request body became required")
    : tell("request-body-optional", "breaking", "the request body became optional");
  const content = { before: before.content, after: after.content, of: "the request body" };
  return [
    ...(before.required === after.required ? [] : [demand]),
    ...compareContent(comparison, { direction: "response", ...content }).map(turn),
  ];
}

/** What may be answered: a success that is no longer taken breaks. */
function compareAnswers(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const lost = before.responses.flatMap((one) => {
    const { status, pointer } = one;
    const other = after.responses.find((response) => response.status === status);
    if (other !== undefined) {
      const content = { before: one.content, after: other.content, of: `response ${status}` };
      return compareContent(comparison, { direction: "request", ...content }).map(turn);
    }
    const level = status.startsWith("2") ? "breaking" : "additive";
    return [tellAt("response", pointer)("response-removed", level, `response ${status} is gone`)];
  });
  const gained = after.responses.flatMap(({ status, pointer }) =>
    before.responses.some((response) => response.status === status)
      ? []
      : [tellAt("response", pointer)("response-added", "additive", `response ${status} is new`)],
  );
  return [...lost, ...gained];
}

/** A change that was judged for who receives what an operation answers, told of who receives a request; and the contrary. */
function turn(change: FoundChange): FoundChange {
  return { ...change, direction: change.direction === "response" ? "request" : "response" };
}
