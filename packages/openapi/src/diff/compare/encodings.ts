import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { resolveObject } from "../../build/resolve.ts";
import { objectMember } from "../../json/json-value.ts";
import type { Description, Encoding, MediaType } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { showName } from "./wording.ts";

/** The parts of one body, before and after. */
export interface EncodedMatch {
  readonly direction: "request" | "response";
  readonly before: MediaType;
  readonly after: MediaType;
}

/**
 * Every change of how parts are written. Where one description leaves that to the schema, it cannot be
 * told whether anything travels otherwise. Parts that only one of them has are the schemas' affair.
 */
export function compareEncodings(
  comparison: Comparison,
  { direction, before, after }: EncodedMatch,
): readonly FoundChange[] {
  const [old, recent] = [byPart(before), byPart(after)];
  const shared = findShared(comparison, { before, after });
  return [...new Set([...old.keys(), ...recent.keys()])].flatMap((part) => {
    const [was, is] = [old.get(part), recent.get(part)];
    const [wasWritten, isWritten] = [writingOf(was), writingOf(is)];
    const isMatched = (was !== undefined && is !== undefined) || shared.has(part);
    if (wasWritten === isWritten || !isMatched) return [];
    const message = `${part} was written as ${wasWritten}, and is written as ${isWritten} now`;
    const isStated = wasWritten !== unstated && isWritten !== unstated;
    const tell = tellAt(direction, is?.pointer ?? after.pointer);
    return [tell("part-serialization", isStated ? "breaking" : "undecided", message)];
  });
}

const unstated = "its schema says";

function byPart({ encodings }: Pick<MediaType, "encodings">): ReadonlyMap<string, Encoding> {
  return new Map(
    encodings.flatMap((encoding) => {
      const name = nameOf(encoding);
      const inner = [...byPart(encoding)].map(
        ([part, one]) => [`${part} of ${name}`, one] as const,
      );
      return [[name, encoding] as const, ...inner];
    }),
  );
}

/** The parts that both schemas have as properties. */
function findShared(
  comparison: Comparison,
  { before, after }: Pick<EncodedMatch, "before" | "after">,
): ReadonlySet<string> {
  const [old, recent] = [
    listProperties(comparison.before, before),
    new Set(listProperties(comparison.after, after)),
  ];
  return new Set(old.filter((name) => recent.has(name)).map(named));
}

function listProperties(
  { document }: Description,
  { schemaPointer = "" }: MediaType,
): readonly string[] {
  const schema = resolveObject(document, resolvePointer(document, schemaPointer), schemaPointer);
  return Object.keys(objectMember(schema?.value, "properties"));
}

function named(name: string): string {
  return `part ${showName(name)}`;
}

function nameOf({ part }: Encoding): string {
  if (part.kind === "items") return "each further part";
  return part.kind === "named" ? named(part.name) : `part ${part.index + 1}`;
}

function writingOf(encoding: Encoding | undefined): string {
  const { style, explode = style === "form", contentType } = encoding ?? {};
  return style === undefined
    ? (contentType ?? unstated)
    : `style ${style}${explode ? ", exploded" : ""}`;
}
