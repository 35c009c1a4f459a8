import { isJsonObject } from "@truespec/json-schema/json";
import { DriftCheckError } from "../error.ts";
import { findingKinds } from "../finding-kind.ts";
import { type CollectionProblem, problemKinds } from "../read/exchange.ts";
import type { DraftFamily } from "./draft.ts";
import type { Place, Range } from "./place.ts";
import { profileVersion } from "./print-profile.ts";
import { type Deviation, familyKey, type Profile, type Sample, type Subject } from "./profile.ts";
import {
  readCount,
  readList,
  readMap,
  readNames,
  readOptionalText,
  readText,
} from "./read-fields.ts";
import { readShape, readTypeCounts } from "./read-shape.ts";

/**
 * Reads what `printProfile` wrote, once it is parsed.
 *
 * @throws DriftCheckError `profile-invalid` for anything else
 */
export function readProfile(raw: unknown): Profile {
  if (!isJsonObject(raw) || raw["version"] !== profileVersion) {
    throw new DriftCheckError("profile-invalid", "not a profile of version 1");
  }
  const families = readList(raw["families"], readFamily);
  return {
    description: readText(raw["description"]),
    salt: readText(raw["salt"]),
    exchanges: readCount(raw["exchanges"]),
    matched: readCount(raw["matched"]),
    truncated: raw["truncated"] === true,
    problems: readList(raw["problems"], readProblem),
    exchangeCounts: readMap(raw["exchangeCounts"], readCount),
    places: readMap(raw["places"], readPlace),
    families: new Map(
      families.map((family) => [familyKey(family.kind, family.subject, family.location), family]),
    ),
  };
}

function readFamily(raw: unknown): DraftFamily {
  if (!isJsonObject(raw)) throw invalid("a family");
  const kind = findingKinds.find((known) => known === raw["kind"]);
  if (kind === undefined) throw invalid("a kind of finding");
  return {
    kind,
    subject: readSubject(raw["subject"]),
    location: readText(raw["location"]),
    members: readMap(raw["members"], readDeviation),
    n: readCount(raw["n"]),
    truncated: raw["truncated"] === true,
  };
}

function readSubject(raw: unknown): Subject {
  if (!isJsonObject(raw)) throw invalid("a subject");
  return {
    operation: readText(raw["operation"]),
    direction: raw["direction"] === "request" ? "request" : "response",
    status: readOptionalText(raw["status"]) ?? null,
    mediaType: readOptionalText(raw["mediaType"]) ?? null,
  };
}

function readDeviation(raw: unknown): Deviation {
  if (!isJsonObject(raw)) throw invalid("a deviation");
  return {
    n: readCount(raw["n"]),
    exchanges: readCount(raw["exchanges"]),
    samples: readList(raw["samples"], readSample),
    firstSeen: readOptionalText(raw["firstSeen"]),
    lastSeen: readOptionalText(raw["lastSeen"]),
    schemaPointers: readNames(raw["schemaPointers"]),
    keywords: readNames(raw["keywords"]),
    expected: readNames(raw["expected"]),
    isOpen: raw["isOpen"] === true,
    value: raw["value"],
    shape: raw["shape"] === undefined ? undefined : readShape(raw["shape"]),
  };
}

function readSample(raw: unknown): Sample {
  if (!isJsonObject(raw)) throw invalid("a sample");
  return { exchange: readText(raw["exchange"]), pointer: readText(raw["pointer"]) };
}

function readPlace(raw: unknown): Place {
  if (!isJsonObject(raw)) throw invalid("a place");
  return {
    types: readTypeCounts(raw["types"]),
    extendedObjects: readCount(raw["extendedObjects"]),
    numbers: readRange(raw["numbers"]),
    lengths: readRange(raw["lengths"]),
    listed: raw["listed"] === undefined ? new Map() : readMap(raw["listed"], readCount),
  };
}

function readRange(raw: unknown): Range | undefined {
  if (raw === undefined) return undefined;
  const [least, greatest] = isJsonObject(raw) ? [raw["least"], raw["greatest"]] : [];
  if (typeof least !== "number" || typeof greatest !== "number") throw invalid("a range");
  return { least, greatest };
}

function readProblem(raw: unknown): CollectionProblem {
  if (!isJsonObject(raw)) throw invalid("a problem");
  const kind = problemKinds.find((known) => known === raw["kind"]);
  if (kind === undefined) throw invalid("a kind of problem");
  return { exchange: readText(raw["exchange"]), kind, message: readText(raw["message"]) };
}

function invalid(what: string): DriftCheckError {
  return new DriftCheckError("profile-invalid", `not a profile: ${what} is expected`);
}
