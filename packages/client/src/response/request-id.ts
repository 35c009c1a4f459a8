/** The headers in which servers name a request, the most usual first. */
const names = [/^(x-)?request-id$/, /request-?id$/, /^x-correlation-id$|^cf-ray$/];

/** What the server calls the request, for its support to find it by. */
export function findRequestId(headers: Headers): string | undefined {
  const given = [...headers].filter(([, value]) => value !== "");
  const found = names.map((name) => given.find(([header]) => name.test(header)));
  return found.find((header) => header !== undefined)?.[1];
}
