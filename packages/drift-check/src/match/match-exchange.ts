import {
  createRequestMatcher,
  type Description,
  findOperation,
  findResponse,
  type Operation,
  type Response,
} from "@truespec/openapi";
import type { Exchange, ProblemKind } from "../read/exchange.ts";
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

/** Finds the operation and response that exchanges are about. */
export function createExchangeMatcher(
  description: Description,
  { server }: MatchOptions = {},
): (exchange: Exchange) => Match {
  const match = createRequestMatcher(description, server === undefined ? {} : { server });
  return (exchange) => {
    if (exchange.operation !== undefined) return matchNamed(description, exchange);
    const { method, url } = exchange.request;
    const found = match(exchange.request);
    switch (found.kind) {
      case "operation":
        return matchResponse(found.operation, exchange, found.pathParameters);
      case "foreign-server":
        return unmatched(`${method} ${originOf(url)} is another server`);
      case "unknown-method":
      case "unknown-path":
        return matchUnknown(exchange, found.kind);
    }
  };
}

function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url.split(/[?#]/, 1)[0] ?? "";
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
function matchUnknown(exchange: Exchange, kind: "unknown-path" | "unknown-method"): Match {
  const { method, url } = exchange.request;
  const path = generalizePath(url);
  if (isSuccess(exchange.response.status) && method !== "OPTIONS" && method !== "HEAD") {
    return { kind: "undocumented-operation", label: `${method} ${path}` };
  }
  const what = kind === "unknown-path" ? "path" : "method";
  return unmatched(`the description has no ${what} for ${method} ${path}`);
}

function unmatched(message: string): Match {
  return { kind: "problem", problem: "unmatched", message };
}
