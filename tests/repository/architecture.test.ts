import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** `code` in a document that looks like a path of this repository. */
function findPaths(markdown: string): string[] {
  const spans = [...markdown.matchAll(/`([^`\s]+)`/g)].map(([, span]) => span ?? "");
  return spans.filter((span) => /^(\.?[\w.-]+\/)+[\w.*-]*$/.test(span) && !span.startsWith("@"));
}

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])(
  "%s names only paths that exist",
  (file) => {
    const paths = findPaths(readFileSync(file, "utf8")).filter(
      (path) => !path.startsWith(".truespec/"),
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  },
);

test("every package stands in ARCHITECTURE.md", async () => {
  const { readdirSync } = await import("node:fs");
  const architecture = readFileSync("ARCHITECTURE.md", "utf8");
  const missing = readdirSync("packages").filter(
    (folder) => !architecture.includes(`packages/${folder}`),
  );
  expect(missing).toEqual([]);
});
