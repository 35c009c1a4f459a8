import type { Operation, Server } from "../model/model.ts";

/** What a request is, in the words of a description. */
export type RequestMatch =
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      /** By name, percent escapes decoded. */
      readonly pathParameters: ReadonlyMap<string, string>;
    }
  /** A server of the description, and none of its paths. */
  | { readonly kind: "unknown-path"; readonly server: Server; readonly path: string }
  /** A path of the description that does not have this method. */
  | { readonly kind: "unknown-method"; readonly path: string }
  | { readonly kind: "foreign-server" };

/** A match with an operation. */
export type OperationMatch = Extract<RequestMatch, { readonly kind: "operation" }>;

/** A request, as far as matching needs it. */
export interface MatchableRequest {
  /** Any case. */
  readonly method: string;
  /** Absolute, or a path with or without query. */
  readonly url: string;
  /** They tell operations of one path apart; none where they are not known. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}
