import { type Description, findOperation, type Operation } from "@truespec/openapi";
import type { LiveOptions } from "./options.ts";
import type { Probe } from "./probes.ts";

/** An operation that is to be asked, by its label; undefined operation: the description lacks it. */
export interface Wanted {
  /** Of the exchange. */
  readonly id: string;
  readonly label: string;
  readonly operation: Operation | undefined;
  readonly probe: Probe | undefined;
}

/** What the probes name, or each `GET` and `HEAD`: operations with fewer path parameters first, whose answers tell values for the others. */
export function listWanted(description: Description, { probes }: LiveOptions): readonly Wanted[] {
  if (probes !== undefined) {
    return probes.map((probe, index) => {
      const operation = findOperation(description, probe.operation);
      return { id: `probe:${index + 1}`, label: probe.operation, operation, probe };
    });
  }
  return description.operations
    .filter(({ method }) => /^(get|head)$/i.test(method))
    .sort((left, right) => countHoles(left) - countHoles(right))
    .map((operation, index) => {
      return { id: `probe:${index + 1}`, label: operation.label, operation, probe: undefined };
    });
}

function countHoles({ path }: Operation): number {
  return path.split("{").length - 1;
}
