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
