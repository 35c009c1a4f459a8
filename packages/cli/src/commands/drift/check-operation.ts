import type { Probe } from "@truespec/drift-check";
import { type Description, findOperation } from "@truespec/openapi";
import { CommandError } from "../../command-error.ts";

const most = 20;

/**
 * @param where what names the operation, for people
 * @throws CommandError (2) for an operation that the description lacks, with those that it has
 */
export function checkOperation(description: Description, label: string, where: string): void {
  if (findOperation(description, label) !== undefined) return;
  const labels = description.operations.map((operation) => `  ${operation.label}`);
  const more = labels.length > most ? [`  … and ${labels.length - most} more`] : [];
  const known = [...labels.slice(0, most), ...more].join("\n");
  throw new CommandError(
    `${where} "${label}": the description has no such operation. It has:\n${known}`,
  );
}

/**
 * @throws CommandError (2) for a value of a probe that its path has no place for: it would be left out,
 * and another taken in place of the one that it meant
 */
export function checkPathNames({ operation, path }: Probe, where: string): void {
  const names = [...operation.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const stray = [...path.keys()].find((name) => !names.includes(name));
  if (stray === undefined) return;
  const known = names.length === 0 ? "none" : names.join(", ");
  throw new CommandError(
    `${where} "${operation}" has no path parameter "${stray}". It has: ${known}.`,
  );
}
