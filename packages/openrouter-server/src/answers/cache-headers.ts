/** What the API says about caching to everybody, for lists and single models. */
const shared = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=3600";

/** What it says to a request that carries a key. */
const personal = "private, no-store";

/** The value of `Cache-Control`: an answer to a key is nobody else's. */
export function cacheControl(authorization: string | undefined): string {
  return authorization === undefined ? shared : personal;
}
