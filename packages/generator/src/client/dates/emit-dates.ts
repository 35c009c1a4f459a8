import type { MediaType, Operation } from "@truespec/openapi";
import { bodyKind } from "../../media-type.ts";
import { createNameAllocator } from "../../names/allocate.ts";
import { toPascalCase } from "../../names/identifier.ts";
import { findStream, isSuccess } from "../../stream.ts";
import { pointReferences } from "../../types/prepare/identifiers.ts";
import { findAt, formatPointer, parseFragment, parsePointer } from "../../types/prepare/pointer.ts";
import { startPreparation } from "../../types/prepare/preparation.ts";
import { surveyFrom } from "../../types/prepare/survey.ts";
import { type Code, list, type Member, object, printCode, runtime } from "../code.ts";
import { type ClientSource, nameOperations } from "../source.ts";
import { findDates, type NameTarget } from "./find-dates.ts";

/** Where the answers of operations hold dates, as the module says it. */
export interface EmittedDates {
  /** The operations whose requests may hold dates in their bodies. */
  readonly inRequests: ReadonlySet<Operation>;
  /** What an operation's data says; nothing where its answers hold none. */
  readonly ofOperation: ReadonlyMap<Operation, Code>;
  /** What is said of schemas that others refer to: a constant each. */
  readonly constants: readonly string[];
}

/** Where the JSON answers of every operation hold dates, and which requests do; none, unless types call them `Date`. */
export function findAllDates(written: ClientSource): EmittedDates {
  if (written.types.dates === "string") {
    return { inRequests: new Set(), ofOperation: new Map(), constants: [] };
  }
  const source = referByPointers(written);
  const targets = nameTargets(source);
  const ofOperation = new Map<Operation, Code>();
  for (const operation of source.description.operations) {
    const content = describeAnswers(source, operation, targets.name);
    if (content.length > 0) {
      const dates = object([
        ["read", runtime("readDates")],
        ["content", object(content)],
      ]);
      ofOperation.set(operation, dates);
    }
  }
  return { inRequests: findInRequests(source), ofOperation, constants: targets.print() };
}

/** The types follow every reference, and so does the search for what they call a date. */
function referByPointers(source: ClientSource): ClientSource {
  const { description, types } = source;
  const { document, operations } = description;
  const preparation = startPreparation(document, types);
  const isNamed = (pointer: string | undefined) =>
    pointer !== undefined && surveyFrom(preparation, parsePointer(pointer)).named;
  const bodies = operations.flatMap(({ requestBody, responses }) => [
    ...(requestBody?.content ?? []),
    ...responses.flatMap(({ content }) => content),
  ]);
  return bodies.some(({ schemaPointer, itemSchemaPointer }) =>
    isNamed(schemaPointer ?? itemSchemaPointer),
  )
    ? { ...source, description: { ...description, document: pointReferences(document).document } }
    : source;
}

function findInRequests(source: ClientSource): ReadonlySet<Operation> {
  const { document, operations } = source.description;
  const preparation = startPreparation(document, source.types);
  const hasDates = ({ mediaType, schemaPointer, itemSchemaPointer }: MediaType) =>
    ["json", "form", "multipart", "mixed"].includes(bodyKind(mediaType)) &&
    [schemaPointer, itemSchemaPointer].some(
      (one) => one !== undefined && surveyFrom(preparation, parsePointer(one)).dates,
    );
  return new Set(operations.filter(({ requestBody }) => requestBody?.content.some(hasDates)));
}

function describeAnswers(
  source: ClientSource,
  operation: Operation,
  name: NameTarget,
): readonly Member[] {
  return operation.responses.flatMap((response): Member[] => {
    const content = response.content.flatMap((media): Member[] => {
      const isWhole = !isSuccess(response) || findStream(source.description, media) === undefined;
      const dates = isWhole ? describeBody(source, media, name) : undefined;
      return dates === undefined ? [] : [[media.mediaType, dates]];
    });
    return content.length === 0 ? [] : [[response.status, object(content)]];
  });
}

function describeBody(
  { description }: ClientSource,
  { mediaType, schemaPointer }: MediaType,
  name: NameTarget,
): Code | undefined {
  return bodyKind(mediaType) !== "json" || schemaPointer === undefined
    ? undefined
    : findDates(findAt(description.document, parsePointer(schemaPointer)), name);
}

interface Targets {
  readonly name: NameTarget;
  /** A constant for each target that was named, and for each that these name. */
  readonly print: () => readonly string[];
}

/** What the targets of references are called: as nothing else of the module is, `$UserDates`. */
function nameTargets(source: ClientSource): Targets {
  const { document } = source.description;
  const preparation = startPreparation(document, source.types);
  const { allocate } = createNameAllocator();
  for (const { names } of nameOperations(source)) {
    allocate(names.data);
  }
  const named = new Map<string, { readonly name: string; readonly tokens: readonly string[] }>();
  const name: NameTarget = (reference) => {
    const tokens = parseFragment(reference);
    if (tokens === undefined || !surveyFrom(preparation, tokens).dates) {
      return undefined;
    }
    const pointer = formatPointer(tokens);
    const stem = toPascalCase(tokens.slice(tokens.length === 3 ? 2 : 0).join(" "));
    const known = named.get(pointer) ?? { name: allocate(`$${stem}Dates`), tokens };
    named.set(pointer, known);
    return known.name;
  };
  const print = () => {
    const constants: string[] = [];
    // What is named while this goes through them comes after.
    for (const target of named.values()) {
      const dates = findDates(findAt(document, target.tokens), name) ?? list([]);
      constants.push(`const ${target.name}: runtime.Dates = ${printCode(dates)};`);
    }
    return constants;
  };
  return { name, print };
}
