import { expect, test } from "vitest";
import { isSecretLike, redacted, shownName } from "./secrets.ts";

test.each([
  "sk-proj-abcdefghij0123456789klmnop",
  "x-sk-proj-abcdefghij0123456789klmnop",
  "user:sk_live_0123456789abcdef",
  "key_ghp_0123456789abcdefghij",
  "ghp_0123456789abcdefghijABCDEFGHIJ012345",
  "AKIAIOSFODNN7EXAMPLE",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  "q0a1b2c3d4e5f60718293a4b5c6d7e8f9g0",
])("%s is no name to show", (name) => {
  expect(shownName(name)).toBe(redacted);
  expect(shownName(name.toLowerCase())).toBe(redacted);
});

test.each([
  ...["skills_required", "skip_reason", "skeleton_color", "pkg_version_2", "pk_customer_v2"],
  ...[
    "ghost_count_total",
    "asia_pacific_region",
    "asiapacificregion",
    "rk_score",
    "task-skipped-1",
  ],
  ...["x-ratelimit-remaining-requests-1h", "eye_colour", "xoxo_count"],
  ...["550e8400-e29b-41d4-a716-446655440000", "d41d8cd98f00b204e9800998ecf8427e"],
])("%s is", (name) => {
  expect(shownName(name)).toBe(name);
});

test("hostile texts are read at once", () => {
  const start = performance.now();
  for (const part of ["sk-", "sk_a", "akia", "ghp_", "-"]) isSecretLike(part.repeat(500_000));
  expect(performance.now() - start).toBeLessThan(2_000);
});
