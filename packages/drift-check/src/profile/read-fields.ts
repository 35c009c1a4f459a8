import { DriftCheckError } from "../error.ts";

/** A text. @throws DriftCheckError `profile-invalid` */
export function readText(raw: unknown): string {
  if (typeof raw !== "string") throw invalid("a text");
  return raw;
}

/** A text, or undefined where null or nothing stands. @throws DriftCheckError `profile-invalid` */
export function readOptionalText(raw: unknown): string | undefined {
  return raw === undefined || raw === null ? undefined : readText(raw);
}

/** A count. @throws DriftCheckError `profile-invalid` */
export function readCount(raw: unknown): number {
  if (typeof raw !== "number" || !Number.isSafeInteger(raw) || raw < 0) throw invalid("a count");
  return raw;
}

/** A list. @throws DriftCheckError `profile-invalid` */
export function readList<T>(raw: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(raw)) throw invalid("a list");
  return raw.map((item) => read(item));
}

/** A list of texts. @throws DriftCheckError `profile-invalid` */
export function readNames(raw: unknown): string[] {
  return readList(raw, readText);
}

/** A map, written as a list of pairs. @throws DriftCheckError `profile-invalid` */
export function readMap<T>(raw: unknown, read: (value: unknown) => T): Map<string, T> {
  const pairs = readList(raw, (pair): [string, T] => {
    if (!Array.isArray(pair)) throw invalid("a pair");
    return [readText(pair[0]), read(pair[1])];
  });
  return new Map(pairs);
}

function invalid(what: string): DriftCheckError {
  return new DriftCheckError("profile-invalid", `not a profile: ${what} is expected`);
}
