import { findMember } from "@truespec/json-schema/json";
import type { Parameter } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { isEqual } from "../schema/equal.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { pathNames } from "./path-names.ts";
import { showDeprecation, showName, showValue } from "./wording.ts";

interface ParameterMatch {
  readonly before: Parameter;
  readonly after: Parameter;
}

/** Every change of an operation's parameters. */
export function compareParameters(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const names = renamedParameters(before.path, after.path);
  const key = (one: Parameter): string => keyOf(one, one.in === "path" ? names : new Map());
  const recent = new Map(after.parameters.map((one) => [keyOf(one, new Map()), one]));
  const matched = before.parameters.flatMap((one) => {
    const other = recent.get(key(one));
    return other === undefined ? [] : [{ before: one, after: other }];
  });
  const gone = before.parameters.filter((one) => !matched.some((match) => match.before === one));
  const added = after.parameters.filter((one) => !matched.some((match) => match.after === one));
  const moved = gone.flatMap((one) => {
    const other = added.find(({ name }) => name.toLowerCase() === one.name.toLowerCase());
    return other === undefined ? [] : [{ before: one, after: other }];
  });
  return [
    ...matched.flatMap((match) => compareParameter(comparison, match)),
    ...gone.filter((one) => !moved.some((match) => match.before === one)).map(goneParameter),
    ...added.filter((one) => !moved.some((match) => match.after === one)).map(newParameter),
    ...moved.map(movedParameter),
  ];
}

/** Path parameters are matched by their position, whatever they are called now. */
function renamedParameters(before: string, after: string): ReadonlyMap<string, string> {
  const names = pathNames(after);
  return new Map(pathNames(before).map((name, index) => [name, names[index] ?? name]));
}

function keyOf({ name, in: place }: Parameter, renamed: ReadonlyMap<string, string>): string {
  const known = renamed.get(name) ?? name;
  return `${place} ${place === "header" ? known.toLowerCase() : known}`;
}

function describe({ name, in: place }: Parameter): string {
  return `${place} parameter ${showName(name)}`;
}

function goneParameter(parameter: Parameter): FoundChange {
  const tell = tellAt("request", parameter.pointer);
  return tell("parameter-removed", "breaking", `${describe(parameter)} is gone`);
}

function newParameter(parameter: Parameter): FoundChange {
  const tell = tellAt("request", parameter.pointer);
  return parameter.required
    ? tell("parameter-added", "breaking", `required ${describe(parameter)} is new`)
    : tell("parameter-added", "additive", `optional ${describe(parameter)} is new`);
}

function movedParameter({ before, after }: ParameterMatch): FoundChange {
  const message = `${describe(before)} is a ${after.in} parameter now`;
  return tellAt("request", after.pointer)("parameter-moved", "breaking", message);
}

function compareParameter(
  comparison: Comparison,
  { before, after }: ParameterMatch,
): readonly FoundChange[] {
  const tell = tellAt("request", after.pointer);
  const changes: FoundChange[] = [];
  if (after.required && !before.required) {
    changes.push(tell("parameter-required", "breaking", `${describe(after)} became required`));
  }
  if (!after.required && before.required) {
    changes.push(tell("parameter-optional", "additive", `${describe(after)} became optional`));
  }
  if (after.deprecated !== before.deprecated) {
    const message = `${describe(after)} ${showDeprecation(after)}`;
    changes.push(tell("parameter-deprecated", "informational", message));
  }
  const pair = { before: before.schemaPointer, after: after.schemaPointer };
  const isScalar = comparison.areScalars("request", pair);
  const [old, recent] = [before, after].map((one) => writingOf(one, isScalar));
  if (old !== recent) {
    const message = `${describe(after)} was written as ${old}, and is written as ${recent} now`;
    changes.push(tell("parameter-serialization", "breaking", message));
  } else if (before.allowReserved !== after.allowReserved) {
    const word = after.allowReserved ? "may" : "may no longer";
    const message = `reserved characters of ${describe(after)} ${word} stand as they are`;
    const one = after.allowReserved ? "additive" : "breaking";
    changes.push(tell("parameter-serialization", one, message));
  }
  return [
    ...changes,
    ...comparison.compareSchemas({ direction: "request", pointer: after.pointer, ...pair }),
    ...compareDefaults(comparison, { before, after }),
  ];
}

/** How a value is written; `explode` counts for arrays and objects alone. */
function writingOf({ mediaType, style, explode }: Parameter, isScalar: boolean): string {
  if (mediaType !== undefined) return mediaType;
  return `style ${style}${explode && !isScalar ? ", exploded" : ""}`;
}

function compareDefaults(
  comparison: Comparison,
  { before, after }: ParameterMatch,
): readonly FoundChange[] {
  const [old, recent] = comparison
    .findBoth({ before: before.schemaPointer, after: after.schemaPointer })
    .map((schema) => findMember(schema, "default"));
  if (isEqual(old, recent)) return [];
  const [was, is] = [old, recent].map((value) => (value === undefined ? "none" : showValue(value)));
  const message = `the default of ${describe(after)} was ${was}, and is ${is} now`;
  return [tellAt("request", after.pointer)("default", "informational", message)];
}
