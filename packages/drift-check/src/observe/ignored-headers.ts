const ignoredNames: ReadonlySet<string> = new Set(
  [
    // How the message is carried (RFC 9110, 9112).
    "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer",
    "transfer-encoding upgrade via content-length content-type content-encoding content-language",
    "content-location content-range content-disposition accept-ranges date server vary allow",
    "www-authenticate alt-svc alt-used location x-powered-by x-http2-stream-id content-md5 digest",
    // Caching.
    "age cache-control expires etag last-modified pragma warning x-cache x-cache-hits x-timer",
    "cache-status surrogate-control surrogate-key cdn-cache-control x-proxy-cache edge-control",
    // Cookies, and what only browsers read.
    "set-cookie set-cookie2 strict-transport-security content-security-policy referrer-policy",
    "content-security-policy-report-only permissions-policy feature-policy x-frame-options",
    "x-content-type-options x-xss-protection x-permitted-cross-domain-policies expect-ct",
    "x-download-options x-dns-prefetch-control origin-agent-cluster clear-site-data accept-ch",
    "timing-allow-origin critical-ch x-ua-compatible x-robots-tag p3p refresh sourcemap",
    // Tracing and reporting.
    "x-request-id request-id x-correlation-id correlation-id traceparent tracestate baggage b3",
    "x-trace-id x-runtime x-response-time server-timing nel report-to reporting-endpoints",
    "x-cloud-trace-context x-served-by x-amzn-requestid x-amzn-trace-id x-ms-request-id",
    "x-request-start",
    // How browsers fetch what comes next.
    "priority speculation-rules no-vary-search",
  ]
    .join(" ")
    .split(" "),
);

const ignoredPrefixes: readonly string[] = [
  "access-control-",
  "cross-origin-",
  "sec-",
  "cf-",
  "x-cf-",
  "x-amz-cf-",
  "x-amz-id",
  "x-amzn-",
  "x-akamai-",
  "akamai-",
  "x-fastly-",
  "fastly-",
  "x-varnish",
  "x-vercel-",
  "x-nf-",
  "x-azure-",
  "x-envoy-",
  "x-b3-",
  "x-datadog-",
  "x-newrelic-",
  "fly-",
  "x-goog-",
  "x-guploader-",
  "x-cache-",
  "x-cdn-",
  "x-edge-",
  "x-sucuri-",
];

/** Names under which each house passes its own tracing. */
const ignoredSuffixes: readonly string[] = ["-request-id", "-trace-id", "-correlation-id"];

/**
 * Tells whether a response header (lower case) belongs to the transport and not to the API: hop-by-hop, caching,
 * CORS, browser security, tracing and the families of content delivery networks.
 */
export function isIgnoredHeader(name: string): boolean {
  return (
    ignoredNames.has(name) ||
    ignoredPrefixes.some((prefix) => name.startsWith(prefix)) ||
    ignoredSuffixes.some((suffix) => name.endsWith(suffix))
  );
}
