import type { Model } from "../catalogue/model.ts";
import type { Page } from "../query/list-query.ts";

/** A list of models; the last two keys came in July 2026. */
export interface ListBody {
  readonly data: readonly Model[];
  /** How many models there are on all pages. */
  readonly total_count?: number;
  /** The next page, relative to the host; null on the last one and without paging. */
  readonly links?: { readonly next: string | null };
}

/** What a list is asked for. */
export interface ListRequest {
  /** The address of the request; the next page keeps its other parameters. */
  readonly url: URL;
  readonly page: Page | undefined;
  /** False for an answer as it was before lists said their totals. */
  readonly totals: boolean;
}

/** Cuts the page out of a list and says where it goes on. */
export function listBody(models: readonly Model[], request: ListRequest): ListBody {
  const { page, totals, url } = request;
  const data = page ? models.slice(page.offset, page.offset + page.limit) : models;
  if (!totals) return { data };
  const next = page && page.offset + page.limit < models.length ? nextPage(url, page) : null;
  return { data, total_count: models.length, links: { next } };
}

function nextPage(url: URL, { offset, limit }: Page): string {
  const parameters = new URLSearchParams(url.searchParams);
  parameters.delete("offset");
  parameters.delete("limit");
  parameters.append("offset", String(offset + limit));
  parameters.append("limit", String(limit));
  return `${url.pathname}?${parameters}`;
}
