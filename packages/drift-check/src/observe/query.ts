import { decodeLoosely } from "../read/secrets.ts";

/** One pair of a query string. */
export interface QueryPair {
  /** Decoded. */
  readonly name: string;
  /** As it was sent: styles split it before it is decoded. */
  readonly value: string;
}

/** The pairs of a URL's query string in their order; those without a name are left out. */
export function queryPairs(url: string): readonly QueryPair[] {
  const query = url.split("#", 1)[0]?.split("?").slice(1).join("?") ?? "";
  return query.split("&").flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return name === "" ? [] : [{ name: decodeLoosely(name), value: value.join("=") }];
  });
}
