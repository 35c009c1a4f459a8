/** Tells whether a status says that all went well (2xx). */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Tells whether a status, or a key such as `2XX`, is of one of these classes (its first digit). */
export function isOfClass(status: string | null, classes: string): boolean {
  const first = status?.[0];
  return first !== undefined && status !== "default" && classes.includes(first);
}

/** Tells whether a response of this status to this method may carry a body at all (RFC 9110, 6.4.1). */
export function mayHaveBody(method: string, status: number): boolean {
  return method !== "HEAD" && status >= 200 && status !== 204 && status !== 205 && status !== 304;
}
