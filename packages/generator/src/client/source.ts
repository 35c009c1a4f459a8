import type { Description, Operation, RequestBody } from "@truespec/openapi";
import type { Names, OperationNames } from "../names/names.ts";
import { type KeyedParameter, keyParameters } from "../names/parameters.ts";
import type { TypesOptions } from "../types/options.ts";
import { isCredential } from "./security-data.ts";

/** What `client.ts` is made from. */
export interface ClientSource {
  readonly description: Description;
  readonly names: Names;
  readonly banner: string;
  /** The module specifier of the types. */
  readonly typesModule: string;
  readonly types: TypesOptions;
}

/** An operation with its names. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
  readonly parameters: readonly KeyedParameter[];
  /** Those that a caller has to give: none that a credential is sent in place of. */
  readonly required: readonly KeyedParameter[];
  /** What it sends: `fetch` sends no body with GET and HEAD, and to OpenAPI 3.0 it means nothing there. */
  readonly body: RequestBody | undefined;
}

/** The operations of a description with their names, in document order. */
export function nameOperations({
  description,
  names,
}: Pick<ClientSource, "description" | "names">): readonly NamedOperation[] {
  return description.operations.flatMap((operation) => {
    const found = names.operations.get(operation);
    const parameters = keyParameters(operation);
    const required = parameters.filter(
      ({ parameter }) => parameter.required && !isCredential(description, operation, parameter),
    );
    const body = sendsNone.has(operation.method) ? undefined : operation.requestBody;
    return found === undefined ? [] : [{ operation, names: found, parameters, required, body }];
  });
}

/** @see https://fetch.spec.whatwg.org/#dom-request */
const sendsNone: ReadonlySet<string> = new Set(["get", "head"]);
