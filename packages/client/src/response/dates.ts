import { findOwn } from "../own.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";

/** Says of a text that it is a date. */
export const dateTime = "date-time" as const;

/**
 * Where dates stand in a JSON value: it is one itself, or its parts hold some. A list says several
 * things of one value, and a function what is said elsewhere, so that a value may hold others like itself.
 */
export type Dates = typeof dateTime | DatesWithin | readonly Dates[] | (() => Dates);

/** The dates in the members of an object, or in the items of an array. */
export interface DatesWithin {
  /** By name. */
  readonly members?: { readonly [name: string]: Dates };
  /** In the members that are not named. */
  readonly rest?: Dates;
  /** In the first items. */
  readonly first?: readonly Dates[];
  /** In the items after those. */
  readonly items?: Dates;
}

/** The dates in the answers of an operation, as generated code describes them. */
export interface AnswerDates {
  readonly read: typeof readDates;
  /** By status and media type, as the description writes both. */
  readonly content: { readonly [status: string]: { readonly [mediaType: string]: Dates } };
}

/** A value in its place: what holds it, and under which key. */
interface Held {
  readonly holder: { [key: string]: unknown };
  readonly key: string;
  readonly dates: Dates;
}

/**
 * Makes a `Date` of every date in the body of a result, in place. A text that is no date and time with an
 * offset (RFC 3339) stays a text: validation tells. What is finer than a millisecond is lost.
 */
export function readDates({ content }: AnswerDates, result: Result): void {
  const described = findByStatus(content, result.status) ?? {};
  const dates = findOwn(described, result.mediaType ?? "");
  if (dates === undefined) {
    return;
  }
  const root = { value: result.ok ? result.data : result.error };
  const queue: Held[] = [{ holder: root, key: "value", dates }];
  for (let held = queue.pop(); held !== undefined; held = queue.pop()) {
    for (const below of read(held)) {
      queue.push(below);
    }
  }
  Object.assign(result, result.ok ? { data: root.value } : { error: root.value });
}

/** Reads a value that is a date; what is to be read below any other. */
function read({ holder, key, dates }: Held): readonly Held[] {
  const value = holder[key];
  if (dates === dateTime) {
    holder[key] = toDate(value);
    return [];
  }
  if (typeof dates === "function") {
    return [{ holder, key, dates: dates() }];
  }
  if (isList(dates)) {
    return dates.map((one) => ({ holder, key, dates: one }));
  }
  return isHolder(value) ? listBelow(value, dates) : [];
}

function listBelow(
  value: { [key: string]: unknown },
  { members = {}, rest, first = [], items }: DatesWithin,
): readonly Held[] {
  const find = Array.isArray(value)
    ? (key: string) => first[Number(key)] ?? items
    : (key: string) => findOwn(members, key) ?? rest;
  return Object.keys(value).flatMap((key): Held[] => {
    const dates = find(key);
    return dates === undefined ? [] : [{ holder: value, key, dates }];
  });
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function toDate(value: unknown): unknown {
  const date =
    typeof value === "string" && rfc3339.test(value) ? new Date(value.toUpperCase()) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? value : date;
}

function isList(dates: DatesWithin | readonly Dates[]): dates is readonly Dates[] {
  return Array.isArray(dates);
}

function isHolder(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
