import { expect, test } from "vitest";
import { headerKey, httpToken } from "./auth/schemes.ts";
import { redactCause, redactSecrets, secretsOf } from "./redaction.ts";

test.each([
  { secrets: ["k1"], text: "?key=k1&also=k1", want: "?key=***&also=***" },
  { secrets: ["a b/ü"], text: "a%20b%2F%C3%BC a%20b%2f%c3%bc", want: "*** ***" },
  { secrets: ["a b"], text: "?q=a+b", want: "?q=***" },
  { secrets: ["it's"], text: "/it%27s/it's", want: "/***/***" },
  { secrets: ["a(b)!"], text: "a%28b%29%21 a%28b%29%21 a(b)!", want: "*** *** ***" },
  { secrets: ['say "x"'], text: '{"a":"say \\"x\\""}', want: '{"a":"***"}' },
  { secrets: ["key", "key-and-more"], text: "key-and-more, key", want: "***, ***" },
  { secrets: ["$&"], text: "a $& b", want: "a *** b" },
  { secrets: ["\uD800"], text: "half \uD800", want: "half ***" },
  { secrets: ["", "k"], text: "a text", want: "a text" },
])("$secrets in $text: $want", ({ secrets, text, want }) => {
  expect(redactSecrets(text, secrets)).toBe(want);
});

test("which headers hold secrets", () => {
  const headers = { authorization: "Bearer t", "x-key": "k", accept: "text/plain" };
  const request = { method: "GET", url: "/", headers };
  const securitySchemes = {
    a: { write: headerKey, name: "X-Key" },
    b: { write: headerKey, name: "X-None" },
    c: { write: httpToken, name: "bearer" },
  };
  const secrets = secretsOf({ state: { securitySchemes }, proof: [], request });
  expect(secrets.filter((secret) => secret !== "")).toEqual(["Bearer t", "t", "k", "k"]);
});

const redact = (text: string) => redactSecrets(text, ["secret"]);

test.each([
  { cause: "a secret", want: "a ***" },
  { cause: { secret: "secret" }, want: undefined },
  { cause: 7, want: undefined },
  { cause: null, want: undefined },
])("the copy of $cause", ({ cause, want }) => {
  expect(redactCause(cause, redact)).toBe(want);
});

test("the copy of an error that causes itself ends", () => {
  const error = new Error("a secret");
  error.cause = error;
  let copy = redactCause(error, redact);
  let depth = 0;
  while (copy instanceof Error) {
    expect(copy.message).toBe("a ***");
    copy = copy.cause;
    depth += 1;
  }
  expect(depth).toBe(6);
});
