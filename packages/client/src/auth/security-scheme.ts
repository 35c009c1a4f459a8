import type { Draft } from "../request/draft.ts";
import type { BasicCredentials } from "./credential.ts";

/** Writes a credential into a request, under the name that the security scheme has. */
export type WriteSecret = (draft: Draft, name: string, secret: string | BasicCredentials) => void;

/** A security scheme, as generated code describes it. */
export interface SecurityScheme {
  /** What writes the credential into a request. */
  readonly write: WriteSecret;
  /** The HTTP authentication scheme, or the name of the header, the query parameter or the cookie. */
  readonly name: string;
}
