import type { WriteSecret } from "./schemes.ts";

/** A value, or what gives it anew for each call. */
export type Provider<Value> = Value | (() => Value | Promise<Value>);

/** A token or key: `"sk-…"`, or a function that gives one. */
export type Token = Provider<string>;

/** What HTTP's `Basic` scheme asks for (RFC 7617). */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** What a caller may give for a security scheme. */
export type Credential = Token | Provider<BasicCredentials>;

/** A security scheme, as generated code describes it. */
export interface SecurityScheme {
  /** What writes the credential into a request. */
  readonly write: WriteSecret;
  /** The HTTP authentication scheme, or the name of the header, the query parameter or the cookie. */
  readonly name: string;
}
