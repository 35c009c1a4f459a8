import type { MediaType, Response } from "@truespec/openapi";
import { quote } from "../print/literal.ts";
import { printLabel } from "../print/prose.ts";
import type { Statement } from "./print-statement.ts";
import type { NamedOperation } from "./source.ts";
import { type DescribedStatus, describeStatuses } from "./status.ts";

/** The type of an operation's results: `GetModelsResult`. */
export function resultType(named: NamedOperation): Statement {
  const outcomes = describeStatuses(named.operation).flatMap((one) => listOutcomes(named, one));
  const type = outcomes.length === 1 ? ` ${outcomes[0]}` : ["", ...outcomes].join("\n  | ");
  return {
    code: `export type ${named.names.result} =${type};`,
    docs: [`What ${printLabel(named.operation)} answers.`],
  };
}

/** The media types of an operation's successes, each once, in document order. */
export function successMediaTypes({ operation }: NamedOperation): readonly string[] {
  const found = describeStatuses(operation)
    .filter((one) => one.kind === "Success")
    .flatMap((one) => one.response?.content ?? []);
  return [...new Set(found.map((media) => media.mediaType))];
}

/** Whether the results of an operation hold anything that has a name in the types. */
export function hasTypedBody(named: NamedOperation): boolean {
  return describeStatuses(named.operation).some(
    (one) => (one.response?.content.length ?? 0) > 0 && !isBodiless(named, one),
  );
}

/** Statuses whose responses have no body, whatever is described (RFC 9110, section 6.4.1; section 15.3.6 for 205). */
const bodiless = new Set(["204", "205", "304"]);

function listOutcomes(named: NamedOperation, described: DescribedStatus): readonly string[] {
  const outcome = (...type: readonly string[]) =>
    `runtime.${described.kind}<${[described.type, ...type].join(", ")}>`;
  const { response } = described;
  if (isBodiless(named, described)) {
    return [outcome("undefined", "undefined")];
  }
  if (response === undefined || response.content.length === 0) {
    // Of other failures that goes without saying.
    return described.kind === "OtherFailure"
      ? [outcome()]
      : [outcome("string | undefined", "unknown")];
  }
  return response.content.map((media) =>
    outcome(quote(media.mediaType), dataType(named, response, media)),
  );
}

function isBodiless({ operation }: NamedOperation, { kind, type }: DescribedStatus): boolean {
  return operation.method === "head" || (kind !== "OtherFailure" && bodiless.has(type));
}

function dataType({ names }: NamedOperation, response: Response, media: MediaType): string {
  const type = names.responses.get(response.status)?.get(media.mediaType)?.type;
  return type === undefined ? "unknown" : `types.${type}`;
}
