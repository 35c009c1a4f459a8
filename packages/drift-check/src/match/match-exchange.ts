import {
  createRequestMatcher,
  type Description,
  findOperation,
  findResponse,
  type Operation,
  type RequestMatch,
  type Response,
} from "@truespec/openapi";
import type {
  CollectionProblem,
  Exchange,
  ExchangeRequest,
  ProblemKind,
} from "../read/exchange.ts";
import { isSuccess } from "./status.ts";
import { generalizePath } from "./unknown-path.ts";

/** What an exchange is about. */
export type Match =
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      /** Undefined when the description does not know the status. */
      readonly response: Response | undefined;
      /** By name, decoded; undefined where the operation was named and the request is not known. */
      readonly pathParameters: ReadonlyMap<string, string> | undefined;
    }
  | { readonly kind: "undocumented-operation"; readonly label: string }
  | { readonly kind: "problem"; readonly problem: ProblemKind; readonly message: string };

/** How requests are matched. */
export interface MatchOptions {
  /** A URL that counts as the description's server beside those it names. */
  readonly server?: string | undefined;
}

/** Matches what was collected with a description. */
export interface ExchangeMatcher {
  /** Finds the operation and response that an exchange is about. */
  readonly match: (exchange: Exchange) => Match;
  /** The problem that a request met, which is `unmatched` where the description does not know the request. */
  readonly judge: (problem: CollectionProblem, request: ExchangeRequest) => CollectionProblem;
}

/** Prepares the matching of many exchanges with one description. */
export function createExchangeMatcher(
  description: Description,
  { server }: MatchOptions = {},
): ExchangeMatcher {
  const find = createRequestMatcher(description, server === undefined ? {} : { server });
  return {
    match: (exchange) => {
      if (exchange.operation !== undefined) return matchNamed(description, exchange);
      const found = find(exchange.request);
      if (found.kind === "operation") {
        return matchResponse(found.operation, exchange, found.pathParameters);
      }
      return matchUnknown(exchange, found.kind);
    },
    judge: (problem, request) => {
      const { kind } = find(request);
      if (kind === "operation") return problem;
      return { ...problem, kind: "unmatched", message: describeUnknown(request, kind) };
    },
  };
}

type Unknown = Exclude<RequestMatch["kind"], "operation">;

const lacks: { readonly [kind in Unknown]: string } = {
  "foreign-server": "server",
  "unknown-method": "method",
  "unknown-path": "path",
};

function describeUnknown({ method, url }: ExchangeRequest, kind: Unknown): string {
  const place = kind === "foreign-server" ? placeOf(url) : generalizePath(url);
  return `the description has no ${lacks[kind]} for ${method} ${place}`;
}

/** What stands behind `data:` is no place. */
function placeOf(url: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:(?!\/\/)/i.exec(url) ?? [];
  if (scheme !== undefined) return scheme;
  const [origin = ""] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url) ?? [];
  return `${origin}${generalizePath(url)}`;
}

function matchNamed(description: Description, exchange: Exchange): Match {
  const operation = findOperation(description, exchange.operation ?? "");
  return operation === undefined
    ? unmatched(`the description has no operation ${exchange.operation}`)
    : matchResponse(operation, exchange);
}

function matchResponse(
  operation: Operation,
  exchange: Exchange,
  pathParameters?: ReadonlyMap<string, string>,
): Match {
  const { status } = exchange.response;
  return {
    kind: "operation",
    operation,
    response: findResponse(operation, status),
    pathParameters,
  };
}

/** Only a success shows that there is an operation: a 404 shows the opposite. */
function matchUnknown({ request, response }: Exchange, kind: Unknown): Match {
  const { method, url } = request;
  const isAsking = method === "OPTIONS" || method === "HEAD";
  return kind === "foreign-server" || isAsking || !isSuccess(response.status)
    ? unmatched(describeUnknown(request, kind))
    : { kind: "undocumented-operation", label: `${method} ${generalizePath(url)}` };
}

function unmatched(message: string): Match {
  return { kind: "problem", problem: "unmatched", message };
}
