/** The headers in which servers name a request, the most usual first. */
const names = [
  "x-request-id",
  "request-id",
  "x-amzn-requestid",
  "x-amz-request-id",
  "x-ms-request-id",
  "x-github-request-id",
  "apigw-requestid",
  "x-correlation-id",
  "cf-ray",
];

/** What the server calls the request, for its support to find it by. */
export function findRequestId(headers: Headers): string | undefined {
  return (
    names.map((name) => headers.get(name)).find((value) => value !== null && value !== "") ??
    undefined
  );
}
