import { resolvePointer } from "@truespec/json-schema";
import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import type { Description } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import { exchangeKey, type Profile, placeKey } from "../profile/profile.ts";
import { totalOf } from "../profile/type-counts.ts";
import { type DescribedPlace, describedPlaces } from "./described-places.ts";
import type { Finding } from "./finding.ts";
import type { Policy } from "./policy.ts";
import { type Silent, silentFinding } from "./silent-finding.ts";

/** Of fewer places the claim would say too little: under 3 %. */
const leastEvidence = 100;

/**
 * Fields, enum values and statuses that the description names and nobody saw, from so much evidence that something can
 * be claimed: by the rule of three what is not seen in N is under 3/N, at 95 %.
 */
export function findNeverSeen(
  description: Description,
  profile: Profile,
  policy: Policy,
): readonly Finding[] {
  const places = [...describedPlaces(description, profile)];
  const unseen = [
    ...places.flatMap((described) => unseenFields(description, profile, described)),
    ...places.flatMap(unseenValues),
    ...unseenStatuses(description, profile),
  ];
  return unseen.map((silent) => silentFinding(silent, policy));
}

function unseenFields(
  { document }: Description,
  profile: Profile,
  { subject, location, place, fields }: DescribedPlace,
): readonly Silent[] {
  const total = place.types.object ?? 0;
  if (total < leastEvidence) return [];
  return [...fields].flatMap(([name, pointers]) => {
    const at = fieldLocation(location, name);
    const [schemaPointer = ""] = pointers;
    const isSent = pointers.some((pointer) => isWriteOnly(resolvePointer(document, pointer)));
    if (isSent || profile.places.has(placeKey(subject, at))) return [];
    const message = claim("field", "objects", total);
    return [silent({ subject, location: at, total, values: null, schemaPointer, message })];
  });
}

function isWriteOnly(schema: JsonValue | undefined): boolean {
  return isJsonObject(schema) && schema["writeOnly"] === true;
}

/** All unseen values of one place are one finding. */
function unseenValues({ subject, location, place, schemas }: DescribedPlace): readonly Silent[] {
  const total = totalOf(place.types);
  const listing = schemas.flatMap(({ pointer, schema }) =>
    isJsonArray(schema["enum"]) ? [{ pointer, values: schema["enum"] }] : [],
  );
  const [first] = listing;
  if (total < leastEvidence || first === undefined) return [];
  const listed = listing.flatMap(({ values }) => values);
  const values = listed.filter(
    (value) => value !== null && place.listed.get(JSON.stringify(value)) === undefined,
  );
  if (values.length === 0) return [];
  const message = claim("value", "values", total);
  return [silent({ subject, location, total, values, schemaPointer: first.pointer, message })];
}

function unseenStatuses(description: Description, profile: Profile): readonly Silent[] {
  return description.operations.flatMap(({ label, responses }) => {
    const total = profile.exchangeCounts.get(exchangeKey(label)) ?? 0;
    if (total < leastEvidence) return [];
    return responses.flatMap(({ status, pointer }) => {
      const isSeen = (profile.exchangeCounts.get(exchangeKey(label, status)) ?? 0) > 0;
      if (isSeen || status === "default") return [];
      const subject = { operation: label, direction: "response", status, mediaType: null } as const;
      const message = claim("status", "exchanges", total);
      const place = { location: "", values: [status], schemaPointer: pointer };
      return [silent({ subject, total, message, ...place })];
    });
  });
}

function silent(unseen: Omit<Silent, "kind" | "n" | "member">): Silent {
  return { ...unseen, kind: "never-seen", n: 0, member: undefined };
}

function claim(what: string, of: string, total: number): string {
  return `A described ${what} that was not seen in ${total} ${of}: under ${percentOf(total)} %, at 95 %.`;
}

/** 3/N in percent, rounded up to one digit. */
function percentOf(total: number): string {
  const percent = 300 / total;
  const digit = 10 ** Math.floor(Math.log10(percent));
  return String(Number((Math.ceil(percent / digit) * digit).toPrecision(2)));
}
