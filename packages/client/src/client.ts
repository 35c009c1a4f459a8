import type { Connection } from "./connection.ts";

type ConnectedFunction = (connection: Connection, ...rest: unknown[]) => unknown;

/** Functions by name, in groups by name; each takes a connection first. */
export interface FunctionGroups {
  // No more is said of a group, because TypeScript would compare every function of a client with it.
  readonly [group: string]: object;
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
      Object.entries<ConnectedFunction>({ ...functions }).map(([name, callThrough]) => [
        name,
        (...rest: unknown[]) => callThrough(connection, ...rest),
      ]),
    ),
  ]);
  // Generated code declares the methods from the same functions.
  return { ...Object.fromEntries(bound), ...connection } as Client;
}
