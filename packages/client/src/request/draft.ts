/** A request while it is written, one parameter after the other. */
export interface Draft {
  /** The path template, filled as far as parameters were written. */
  path: string;
  /** Encoded pairs, `name=value`. */
  readonly query: string[];
  /** By name in lower case; cookies among them. */
  readonly headers: Record<string, string>;
}

/** Puts the text, encoded already, in place of `{name}`; the template stays where it is empty. */
export function fillPath(draft: Draft, name: string, text: string): void {
  if (text !== "") {
    draft.path = draft.path.replaceAll(`{${name}}`, () => text);
  }
}

/** Adds an encoded pair to the cookies. */
export function addCookie({ headers }: Draft, pair: string): void {
  const { cookie } = headers;
  headers["cookie"] = cookie === undefined ? pair : `${cookie}; ${pair}`;
}
