/**
 * Compiled validators in other engines: the same answers, the same errors, and no code made of
 * strings on the way.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser, openPage } from "../../packages/drift-check/test/browser.ts";
import { serve } from "../../packages/drift-check/test/serve.ts";
import { listCases, type Report, writeCases } from "./cases.ts";
import { engines, isInstalled, runEngine } from "./engines.ts";

const folder = mkdtempSync(join(tmpdir(), "truespec-runtimes-"));
const agreed = new Map<string, Report>();

/** Bundles a module of the folder with vitest's own bundler. */
async function bundle(entry: string, file: string): Promise<void> {
  const vitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
  const vite = createRequire(vitest.resolve("vite"));
  const { rolldown } = await import(vite.resolve("rolldown"));
  const build = await rolldown({ input: join(folder, entry) });
  const { output } = await build.generate({ format: "esm" });
  writeFileSync(join(folder, file), String(output[0].code));
}

let cases = 0;
beforeAll(async () => {
  const compiled = listCases();
  cases = compiled.reduce((sum, { instances }) => sum + instances.length, 0);
  writeCases(folder, compiled);
  await bundle("worker.mjs", "bundle.mjs");
  await bundle("main.mjs", "browser.mjs");
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
  const rows = [...agreed].map(
    ([name, { asked, wrong }]) => `${name.padEnd(12)}${asked - wrong.length} of ${asked}`,
  );
  console.log(`\nengine      agrees\n${rows.join("\n")}\n`);
});

function check(name: string, report: Report): void {
  agreed.set(name, report);
  expect(report.wrong).toEqual([]);
  expect(report.asked).toBe(cases);
}

test.for(engines)("$name answers as the interpreter does here", async (engine, context) => {
  if (!isInstalled(engine)) {
    return context.skip(
      `tests/runtimes has no ${engine.name}: npm --prefix tests/runtimes install`,
    );
  }
  // The answer crosses a process, and is looked at as what it has to be.
  check(engine.name, JSON.parse(await runEngine(engine, folder)) as Report);
});

test("a browser answers as the interpreter does here, from a bundle", async (context) => {
  const browser = findBrowser();
  if (browser === undefined) return context.skip("there is no Chromium: set TRUESPEC_CHROMIUM");
  const origin = await serve((request, response) => {
    const isScript = request.url === "/browser.mjs";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    // Without 'unsafe-eval', so no code can be made of strings.
    response.setHeader("content-security-policy", "default-src 'none'; script-src 'self'");
    response.end(isScript ? readFileSync(join(folder, "browser.mjs")) : "<!doctype html>");
  });
  const page = await openPage(browser, origin);
  const report = await page.evaluate(`import("/browser.mjs").then(({ run }) => run())`);
  check("browser", report as Report);
  expect(page.complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
}, 120_000);

test("an engine that is told so makes no code of strings", async () => {
  const [node] = engines;
  if (node === undefined) throw new Error("There is no engine.");
  const file = join(folder, "forbidden");
  writeCases(file, [
    {
      code: `export const isX = new Function("return true"), validateX = isX, X = {};`,
      ...{ instances: ["1"], answers: ["[]"] },
    },
  ]);
  await expect(runEngine(node, file)).rejects.toThrow("EvalError");
});
