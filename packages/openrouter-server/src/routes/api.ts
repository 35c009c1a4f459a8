import type { Context } from "hono";
import { cacheControl } from "../answers/cache-headers.ts";
import { badParameterBody, zodErrorBody } from "../answers/json-answers.ts";
import { listBody } from "../answers/list-body.ts";
import { type Catalogue, listEntries } from "../catalogue/catalogue.ts";
import type { Model } from "../catalogue/model.ts";
import type { Filter } from "../query/filter.ts";
import {
  type BadParameter,
  type ListQuery,
  readListQuery,
  selectEntries,
} from "../query/list-query.ts";

/** What every route answers from. */
export interface Api {
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  /** Whether lists say how many models there are. */
  readonly totals: boolean;
  /** Which envelope an error comes in. */
  readonly errors: "documented" | "as-observed";
}

/** Reads the query string of a request by the filters that its route knows. */
export function readQuery(request: Context, filters: readonly Filter[]): ListQuery | BadParameter {
  return readListQuery(new URL(request.req.url).searchParams, filters);
}

/** The models that a query asks for, sorted, all pages. */
export function selectModels({ catalogue, now }: Api, query: ListQuery): Model[] {
  return selectEntries(listEntries(catalogue), query, now()).map(({ model }) => model);
}

/** Answers with the page of `models` that a query asks for. */
export function answerList(
  request: Context,
  api: Api,
  list: { readonly models: readonly Model[]; readonly query: ListQuery },
): Response {
  const url = new URL(request.req.url);
  const body = listBody(list.models, { url, page: list.query.page, totals: api.totals });
  return request.json(body, 200, cacheHeader(request));
}

/** Answers 400 to a parameter that cannot be used. */
export function refuseParameter(request: Context, api: Api, bad: BadParameter): Response {
  const odd = api.errors === "as-observed" && bad.parameter === "category";
  return request.json(odd ? zodErrorBody(bad) : badParameterBody(bad), 400);
}

/** How long the answer to this request may be kept, and by whom. */
export function cacheHeader(request: Context): Record<string, string> {
  return { "Cache-Control": cacheControl(request.req.header("authorization")) };
}
