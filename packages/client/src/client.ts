import type { Connection } from "./connection.ts";

/** A function that calls an operation through a connection, as generated code exports it. */
export type ConnectedFunction = (connection: Connection, ...rest: never[]) => unknown;

/** Functions by name, in groups by name. */
export interface FunctionGroups {
  readonly [group: string]: { readonly [name: string]: ConnectedFunction };
}

/**
 * The connection with a group of methods for each group of functions.
 *
 * `Client` is what generated code knows of the methods; it is trusted, not checked.
 */
export function bindGroups<Client extends Connection>(
  connection: Connection,
  groups: FunctionGroups,
): Client {
  const bound = Object.entries(groups).map(([group, functions]) => [
    group,
    Object.fromEntries(
      Object.entries(functions).map(([name, callThrough]) => [
        name,
        (...rest: never[]) => callThrough(connection, ...rest),
      ]),
    ),
  ]);
  // Generated code declares the methods from the same functions.
  return { ...Object.fromEntries(bound), ...connection } as Client;
}
