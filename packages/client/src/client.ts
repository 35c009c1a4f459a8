import { call } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import type { Operation } from "./operation.ts";

/**
 * The connection with a method for each operation, by the operation's key.
 *
 * `Client` is what generated code knows of the methods; it is trusted, not checked.
 */
export function bindOperations<Client extends Connection>(
  connection: Connection,
  operations: Readonly<Record<string, Operation>>,
): Client {
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    (input?: object, options?: CallOptions) => call(connection, operation, input, options),
  ]);
  // Generated code declares the methods from the same description as the data.
  return { ...Object.fromEntries(methods), ...connection } as Client;
}
