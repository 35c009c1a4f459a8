import type { Operation, Response } from "../model/model.ts";

/**
 * The response that describes a status: the exact code, then its range (`2XX`), then `default`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function findResponse(operation: Operation, status: number): Response | undefined {
  const wanted = [String(status), `${String(status).slice(0, 1)}XX`, "DEFAULT"];
  for (const key of wanted) {
    const found = operation.responses.find((response) => response.status.toUpperCase() === key);
    if (found !== undefined) return found;
  }
  return undefined;
}
