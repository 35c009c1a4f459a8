import type { Description, Operation } from "@truespec/openapi";
import type { Names, OperationNames } from "../names/names.ts";
import { type KeyedParameter, keyParameters } from "../names/parameters.ts";
import type { TypesOptions } from "../types/options.ts";

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
}

/** The operations of a description with their names, in document order. */
export function nameOperations({
  description,
  names,
}: Pick<ClientSource, "description" | "names">): readonly NamedOperation[] {
  return description.operations.flatMap((operation) => {
    const found = names.operations.get(operation);
    const parameters = keyParameters(operation);
    return found === undefined ? [] : [{ operation, names: found, parameters }];
  });
}
