import { expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { check } from "../../test/check.ts";
import { checkEverything } from "../../test/report.ts";
import { printMarkdownReport } from "./markdown-report.ts";
import { createReport } from "./report.ts";

test("everything at once", async () => {
  const { report } = await checkEverything();
  expect(printMarkdownReport(report)).toMatchInlineSnapshot(`
    "# Drift check

    Checked \`things.yaml\` against 4 exchanges; 2 called an operation that it describes.

    Found: 5 breaking (2 never true), 4 additive, 0 informational, 1 undecided; 1 of 4 exchanges could not be read.

    ## Breaking (3)

    Clients generated from the description fail on these.

    \`GET /things · 200 · application/json\`

    - \`/*/owner\` · 1 of 90 · \`required, and missing\`
    - \`/*/knowledge\` · 1 of 1 · \`not of the described format date\`
    - \`/*/voice\` · 1 of 90 · \`new value "tenor"\`

    ## Never true (2)

    Every value seen differs: the description was never true here.

    \`GET /things · 200 · application/json\`

    - \`/*/limits\` · 90 of 90 · \`null, and described as never null\`
    - \`/*/price\` · 90 of 90 · \`described as object, seen as string\`

    ## Additive (4)

    The API grew, and the description does not say so yet.

    - \`GET /v1/things/*/parts\` · 1 of 3 · \`an operation that the description does not know, called with success\`

    \`GET /things · 200 · application/json\`

    - \`/*/links\` · 90 of 90 · \`new field: object\`
    - \`/*/benchmarks\` · 62 of 90 · \`new field: object {arena, index}\`

    \`GET /things · 200\`

    - \`header deprecation\` · 1 of 1 · \`a response header that the description does not know\`

    ## Undecided (1)

    Too little evidence to judge.

    \`GET /things · 500 · application/json\`

    - \`status 500\` · 1 of 2 · \`a status that the description does not know\`

    ## Not read (1)

    - \`a:9\` · timeout · \`GET /things: no whole answer within 30 seconds\`

    ## Skipped operations (1)

    - \`GET /things/{id}\` · \`\` no value is known for its path parameter \`id\` \`\`
    "
  `);
});

test.each([
  ["`", "- `` /` `` · 1 of 1"],
  ["a``b`c", "- ```/a``b`c``` · 1 of 1"],
  ["|", "- `/|` · 1 of 1"],
  ["<script>", "- `/<script>` · 1 of 1"],
  ["a\n::error::b", "- `/a\\u{a}::error::b` · 1 of 1"],
  ["@all [x](y)", "- `/@all [x](y)` · 1 of 1"],
])("%j cannot leave its code span", async (name, want) => {
  const document = documentOf({ type: "object", properties: { a: {} } });
  const { profile, findings } = await check(document, answers([{ [name]: 1 }]));
  const text = printMarkdownReport(createReport({ source: "t.yaml", profile, findings }));
  expect(text.split("\n").find((line) => line.startsWith("- "))).toContain(want);
});

test("of very many findings the last are counted alone, so that GitHub takes the whole", async () => {
  const document = documentOf({ type: "object", properties: { a: {} } });
  const fields = Array.from({ length: 40 }, (_, index) => [
    `${"a name of some length ".repeat(9)}${index}`,
    1,
  ]);
  const { profile, findings } = await check(document, answers([Object.fromEntries(fields)]));
  const many = Array.from({ length: 10 }, (_, index) =>
    findings.map((finding) => ({ ...finding, schemaPointer: `/${index}` })),
  ).flat();
  const report = createReport({ source: "t.yaml", profile, findings: many });
  const text = printMarkdownReport(report);
  expect(text.length).toBeLessThan(65_536);
  const shown = text.match(/^- `/gm)?.length ?? 0;
  expect(text).toContain(`- and ${400 - shown} more: the JSON report has them all\n`);
  expect(shown).toBeGreaterThan(200);
});

test("what operations share stands once, and no heading above nothing", async () => {
  const document = documentOf({ type: "object", properties: { a: { type: "string" } } });
  const { profile, findings } = await check(document, answers([{ a: 1 }]));
  const at = (operation: string, pointer: string) =>
    findings.map((one) => ({ ...one, operation, schemaPointer: pointer }));
  const shared = ["GET /a", "GET /b", "GET /c"].flatMap((operation) => at(operation, "/shared"));
  const print = (many: typeof findings) =>
    printMarkdownReport(createReport({ source: "t.yaml", profile, findings: many }));
  expect(print(shared).match(/^- .*$/gm)).toEqual([
    "- `/a` · 1 of 1 · `described as string, seen as integer`; and in 2 other places",
  ]);
  const own = Array.from({ length: 900 }, (_, index) => at(`GET /long/path/${index}`, `/${index}`));
  const text = print(own.flat());
  expect(text).toMatch(/^- `\/a`.*\n- and \d+ more: the JSON report has them all\n$/m);
});
