import type { JsonObject } from "@truespec/json-schema";
import type { Description, MediaType, Response } from "@truespec/openapi";
import { resolveAt } from "../../follow.ts";
import { isJson } from "../../media-type.ts";
import type { KeyedParameter } from "../../names/parameters.ts";
import type { NamedOperation } from "../source.ts";
import { allows, type Field, listFields, normalize } from "./shape.ts";

/** How the list that an operation answers goes on. */
export interface PagedList {
  /** The runtime's function that finds the next page. */
  readonly next: string;
  readonly response: Response;
  readonly media: MediaType;
  readonly items: readonly string[];
  /** Keys of the input. */
  readonly parameter?: string;
  readonly size?: string;
  readonly start?: number;
  readonly says?: readonly string[];
  readonly total?: readonly string[];
}

const cursors =
  /^(page)?(cursor|after|marker|token|pagetoken|nexttoken|nextcursor|startcursor|continuationtoken|continuation|offset)$/;
const nextCursors =
  /^(next|nextcursor|nexttoken|nextpagetoken|nextpage|endcursor|nextmarker|continuationtoken|continuation|cursor|after|nextoffset)$/;
const nextUrls =
  /^(next|nexturl|nexturi|nextlink|nextpage|nextpageurl|nextpageuri|nexthref|odatanextlink)$/;
const lastItems = /^(startingafter|startafter)$/;
const more = /^(hasmore|hasnext|hasnextpage|more)$/;
const offsets = /^(page)?(offset|skip|startat|startindex|start)$/;
const pages = /^(page|pagenumber|pageno|pagenum|pageindex|currentpage)$/;
const sizes =
  /^(page)?(limit|size|pagesize|perpage|count|maxresults|maxitems|take|first|top|maxpagesize|resultsperpage)$/;
const totals = /^(total|totalcount|totalresults|totalitems|totalsize|totalrecords|totalhits)$/;
const listNames =
  /^(data|items|results|records|entries|values|list|content|rows|objects|elements|hits)$/;
/** What stands around a cursor and holds nothing else. */
const envelopes =
  /^(meta|metadata|pagination|paging|pageinfo|page|cursors|links|responsemetadata|nextpage|next)$/;

/** How an operation's list goes on: by cursor, by URL, by the header `Link`, by the last item, by offset or by number; undefined where nothing says so. */
export function findPaging(
  { document }: Pick<Description, "document">,
  { operation, parameters }: Pick<NamedOperation, "operation" | "parameters">,
): PagedList | undefined {
  const response = operation.responses.find(({ status }) => status === "200" || status === "2XX");
  const media = response?.content.find((one) => isJson(one.mediaType));
  const schema = media?.schemaPointer && resolveAt(document, media.schemaPointer);
  if (operation.method !== "get" || !response || !media || !schema) {
    return undefined;
  }
  const fields =
    allows(schema, "array") && schema["items"] !== undefined ? [] : listFields(document, schema);
  const items = findItems(schema, fields);
  const way = items && findWay({ document, parameters, response, fields });
  return way && { ...way, response, media, items };
}

interface Listing {
  readonly document: JsonObject;
  readonly parameters: readonly KeyedParameter[];
  readonly response: Response;
  readonly fields: readonly Field[];
}

function findItems(schema: JsonObject, fields: readonly Field[]): readonly string[] | undefined {
  if (schema["type"] === "array") {
    return [];
  }
  const arrays = fields.filter(
    (field) => field.path.length === 1 && field.schema["type"] === "array",
  );
  const named = arrays.find(({ path }) => listNames.test(normalize(path[0] ?? "")));
  // What has an identity is a thing, and an array in it not what is listed.
  const isThing = fields.some(({ path: [name = "", inner] }) => !inner && /^_?u?u?id$/i.test(name));
  return (named ?? (arrays.length === 1 && !isThing ? arrays[0] : undefined))?.path;
}

type Way = Omit<PagedList, "response" | "media" | "items">;

function findWay(listing: Listing): Way | undefined {
  const size = findParameter(listing, sizes);
  const sized = size === undefined ? {} : { size: size.key };
  const way =
    byCursor(listing) ??
    byUrl(listing) ??
    byLink(listing) ??
    byLastItem(listing) ??
    byNumber(listing);
  return way && { ...way, ...sized };
}

function byCursor(listing: Listing): Way | undefined {
  const parameter = findParameter(listing, cursors, "string");
  const fields = listing.fields.filter((field) => !isUrl(field));
  const says =
    parameter &&
    (findField({ fields }, nextCursors, "string") ??
      listing.fields.find(
        ({ path: [outer = "", name] }) =>
          /^next(page)?$/.test(normalize(outer)) && name === parameter.name,
      ));
  return says && { next: "nextByCursor", parameter: parameter.key, says: says.path };
}

/** Whether a property is a URL: its name or format says so, what it stands among, or of a mere `next` its description. */
function isUrl({ path, schema }: Field): boolean {
  const names = path.map(normalize);
  const isNext = /^next(page)?$/.test(names.at(-1) ?? "");
  return (
    /^(uri|url|uri-reference)$/.test(String(schema["format"])) ||
    /links?$|links?\.|url|uri|href/.test(names.join(".")) ||
    (isNext && /\b(ur[il]|link|path)\b/i.test(String(schema["description"])))
  );
}

function byUrl({ fields, ...listing }: Listing): Way | undefined {
  const found = findField({ fields: fields.filter(isUrl) }, nextUrls, "string", "null");
  return found && { next: "nextByUrl", ...findPlace(listing), says: found.path };
}

function byLink(listing: Listing): Way | undefined {
  const hasLink = listing.response.headers.some(({ name }) => name.toLowerCase() === "link");
  return hasLink ? { next: "nextByLink", ...findPlace(listing) } : undefined;
}

/** The parameter that a link to the next page sets. */
function findPlace(listing: Omit<Listing, "fields">): Pick<Way, "parameter"> {
  const found = [offsets, pages, cursors].map((names) => findParameter(listing, names));
  const parameter = found.find((one) => one !== undefined);
  return parameter === undefined ? {} : { parameter: parameter.key };
}

function byLastItem(listing: Listing): Way | undefined {
  const parameter = findParameter(listing, lastItems);
  const says = findField(listing, more, "boolean");
  return parameter && says && { next: "nextByLastItem", parameter: parameter.key, says: says.path };
}

function byNumber(listing: Listing): Way | undefined {
  const offset = findParameter(listing, offsets, "integer", "number");
  const page = offset ?? findParameter(listing, pages, "integer", "number");
  if (page === undefined) {
    return undefined;
  }
  const says = findField(listing, more, "boolean");
  const total = findField(listing, totals, "integer", "number");
  return {
    next: offset === undefined ? "nextByPage" : "nextByOffset",
    parameter: page.key,
    ...(page.start === undefined ? {} : { start: page.start }),
    ...(says === undefined ? {} : { says: says.path }),
    ...(offset === undefined || total === undefined ? {} : { total: total.path }),
  };
}

interface FoundParameter {
  readonly key: string;
  readonly name: string;
  /** Its default, where that is a number. */
  readonly start: number | undefined;
}

function findParameter(
  { document, parameters }: Omit<Listing, "fields">,
  names: RegExp,
  ...types: readonly string[]
): FoundParameter | undefined {
  for (const { key, parameter } of parameters) {
    const { name, schemaPointer } = parameter;
    if (parameter.in === "query" && names.test(normalize(name))) {
      const schema = schemaPointer && resolveAt(document, schemaPointer);
      const start = schema ? schema["default"] : undefined;
      if (types.length === 0 || !schema || allows(schema, ...types)) {
        return { key, name, start: typeof start === "number" ? start : undefined };
      }
    }
  }
  return undefined;
}

function findField(
  { fields }: Pick<Listing, "fields">,
  names: RegExp,
  ...types: readonly string[]
): Field | undefined {
  return fields.find(
    ({ path, schema }) =>
      isNamed(path, names) && allows(schema, ...types) && schema["properties"] === undefined,
  );
}

function isNamed(path: readonly string[], names: RegExp): boolean {
  const [outer = "", inner] = path.map(normalize);
  return inner === undefined ? names.test(outer) : envelopes.test(outer) && names.test(inner);
}
