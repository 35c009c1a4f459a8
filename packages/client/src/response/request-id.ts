/** The headers in which servers name a request, the most usual first. */
const names = [/^(x-)?request-id$/, /request-?id$/, /^x-correlation-id$|^cf-ray$/];

/** What the server calls the request, for its support to find it by. */
export function findRequestId(headers: Headers): string | undefined {
  for (const name of names) {
    for (const [header, value] of headers) {
      if (value !== "" && name.test(header)) {
        return value;
      }
    }
  }
  return undefined;
}
