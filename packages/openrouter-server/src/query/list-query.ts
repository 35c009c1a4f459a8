import type { CatalogueEntry } from "../catalogue/catalogue.ts";
import type { Filter, Keep } from "./filter.ts";
import { type Reading, readChoice, readNumber } from "./reading.ts";
import { type SortName, sortEntries, sortNames } from "./sorts.ts";

/** A query string of a list, read. */
export interface ListQuery {
  readonly kind: "list-query";
  readonly keeps: readonly Keep[];
  /** Without one the default order stays. */
  readonly sort?: SortName;
  /** Without one the whole list is the answer. */
  readonly page?: Page;
}

/** A part of a list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** A parameter whose value cannot be used. */
export interface BadParameter {
  readonly kind: "bad-parameter";
  readonly parameter: string;
  readonly received: string;
  readonly message: string;
  readonly choices: readonly string[];
}

const defaultLimit = 500;

/**
 * Reads the filters of a query string; of a repeated parameter the first value counts, and all other
 * parameters are passed over.
 *
 * @returns the query, or the first parameter that cannot be used
 */
export function readFilters(
  parameters: URLSearchParams,
  filters: readonly Filter[],
): ListQuery | BadParameter {
  const keeps: Keep[] = [];
  for (const { name, fallback, read } of filters) {
    const text = parameters.get(name) ?? fallback;
    if (text === undefined) continue;
    const reading = read(text);
    if (reading.kind === "refused") return refuse(name, text, reading);
    keeps.push(reading.value);
  }
  return { kind: "list-query", keeps };
}

/** Reads the query string of a list: its filters, the sort and the page. */
export function readListQuery(
  parameters: URLSearchParams,
  filters: readonly Filter[],
): ListQuery | BadParameter {
  const filtered = readFilters(parameters, filters);
  if (filtered.kind === "bad-parameter") return filtered;
  const sort = readSort(parameters);
  if (sort?.kind === "bad-parameter") return sort;
  const page = readPage(parameters);
  if (page?.kind === "bad-parameter") return page;
  return {
    ...filtered,
    ...(sort && { sort: sort.value }),
    ...(page && { page: page.value }),
  };
}

/** Filters and sorts entries; the page is not cut yet. */
export function selectEntries(
  entries: readonly CatalogueEntry[],
  query: ListQuery,
  now: Date,
): CatalogueEntry[] {
  const kept = entries.filter((entry) => query.keeps.every((keep) => keep(entry, now)));
  return query.sort === undefined ? kept : sortEntries(kept, query.sort, now);
}

type Part<T> = { readonly kind: "read"; readonly value: T } | BadParameter | undefined;

function readSort(parameters: URLSearchParams): Part<SortName> {
  const text = parameters.get("sort");
  if (text === null) return undefined;
  const reading = readChoice(text, sortNames);
  return reading.kind === "read" ? reading : refuse("sort", text, reading);
}

/** Paging is asked for by `offset`, `limit` or both. */
function readPage(parameters: URLSearchParams): Part<Page> {
  const [from, size] = [parameters.get("offset"), parameters.get("limit")];
  if (from === null && size === null) return undefined;
  const offset = readNumber(from ?? "0", { least: 0, integer: true });
  if (offset.kind === "refused") return refuse("offset", from ?? "", offset);
  const limit = readNumber(size ?? String(defaultLimit), { least: 1, most: 1000, integer: true });
  if (limit.kind === "refused") return refuse("limit", size ?? "", limit);
  return { kind: "read", value: { offset: offset.value, limit: limit.value } };
}

function refuse(
  parameter: string,
  received: string,
  reading: Extract<Reading<unknown>, { kind: "refused" }>,
): BadParameter {
  const { message, choices = [] } = reading;
  return { kind: "bad-parameter", parameter, received, message, choices };
}
