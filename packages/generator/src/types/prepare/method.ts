/** The methods that openapi-typescript knows. */
const knownMethods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Whether openapi-typescript prints operations of this method. */
export function isKnownMethod(method: string): boolean {
  return knownMethods.has(method);
}
