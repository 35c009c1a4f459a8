import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { type BrowserPage, findBrowser, openPage } from "../../../test/browser.ts";
import { hostileNames, hostileReport } from "../../../test/hostile.ts";
import { checkEverything } from "../../../test/report.ts";
import { emptyHistory, recordRun } from "../../baseline/history.ts";
import { emptyProfile } from "../../profile/merge.ts";
import { proposeOverlay } from "../../propose/propose-overlay.ts";
import { createReport } from "../report.ts";
import { printHtmlReport } from "./html-report.ts";

async function everything() {
  const { report, checked } = await checkEverything();
  const { description, profile, findings, reload, collected } = checked;
  const options = { reload, collect: () => collected };
  const proposal = await proposeOverlay(description, profile, findings, options);
  const day = Date.parse("2026-08-01T00:00:00Z");
  const old = recordRun(emptyHistory, [...findings.slice(2)], { baseline: [], now: day });
  const earlier = old.entries.map((entry, index) =>
    index === 0 ? { ...entry, firstSeen: "2026-05-01T00:00:00.000Z" } : entry,
  );
  const gone = { ...old.entries[0], where: "GET /gone", fingerprint: "v1:00000000000000ff" };
  const previous = {
    ...{ runs: old.runs, log: old.log },
    entries: [...earlier, { firstSeen: null, lastSeen: null, lastRun: 1, ...gone }],
  };
  const history = recordRun(previous, findings, { baseline: [], now: day });
  const places = { locate: description.locate, root: process.cwd() };
  return { report, text: printHtmlReport(report, { proposal, previous, history, places }) };
}

const count = (text: string, piece: string): number => text.split(piece).length - 1;

test("every finding with its evidence, schema and repair; what is new and what is gone", async () => {
  const { report, text } = await everything();
  expect(count(text, '<details class="finding"')).toBe(report.findings.length);
  for (const { fingerprint } of report.findings) expect(text).toContain(`id="${fingerprint}"`);
  expect(text).toContain("<b>62</b> of 90");
  expect(text).toContain('width="68.89%"');
  expect(text).toContain("What was seen, as a schema");
  expect(text).toContain("The proposed repair, as part of an overlay");
  expect(text).toContain("No repair is proposed: ");
  expect(text).toContain("api.json:1");
  expect(text).toContain("Since the last run: 2 new, 1 gone.");
  expect(text).toContain("<li><code>GET /gone</code></li>");
  expect(count(text, '<span class="mark">new</span>')).toBe(2);
  expect(text).toContain("<dt>Values</dt><dd><code>&quot;tenor&quot;</code></dd>");
  expect(text).toMatch(
    /from 2026-05-01 to 2026-06-12<div class="timeline">.*? x="0%" width="100%"/,
  );
  expect(text).toMatch(/on 2026-06-12<div class="timeline">.*? x="98.8%" width="1.2%"/);
  for (const title of ["Breaking", "Never true", "Additive", "Not read", "Skipped operations"]) {
    expect(text).toMatch(new RegExp(`<h2>(<span class="kind">)?${title}<`));
  }
});

test("what a baseline accepts, with all it says of it, and what it no longer needs", async () => {
  const { report } = await checkEverything();
  const mark = { reason: "known", by: "me", since: "2026-01-01", expires: "2026-12-31" };
  const bare = { reason: null, by: null, since: null, expires: null };
  const marks = [
    { ...mark, expired: false },
    { ...bare, expired: true },
  ];
  const findings = report.findings.map((finding, index) => ({
    ...finding,
    baseline: marks[index] ?? null,
  }));
  const stale = [{ where: "GET /x", unseenRuns: 12, fingerprint: "v1:0", lastSeen: null }];
  const text = printHtmlReport({
    ...report,
    findings,
    baseline: { accepted: 1, expired: 1, new: 0, stale },
  });
  expect(text).toContain("<dd>accepted by me since 2026-01-01 until 2026-12-31: known</dd>");
  expect(text).toContain("<dd>accepted, and expired</dd>");
  expect(text).toContain("<li>GET /x: not seen in the last 12 runs (v1:0)</li>");
});

test("in a first run nothing is new, and nothing gone", async () => {
  const { report } = await checkEverything();
  for (const previous of [undefined, emptyHistory]) {
    const text = printHtmlReport(report, { previous });
    expect(text).not.toContain('<span class="mark">new</span>');
    expect(text).not.toContain("Since the last run");
  }
});

test("one file: nothing from elsewhere, and the policy allows its own style and script alone", async () => {
  const { text } = await everything();
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const hash = (tag: string) => {
    const [, content = ""] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text) ?? [];
    return `sha256-${createHash("sha256").update(content).digest("base64")}`;
  };
  expect(policy.replaceAll("&#39;", "'")).toBe(
    `default-src 'none'; style-src '${hash("style")}'; script-src '${hash("script")}'; base-uri 'none'; form-action 'none'`,
  );
  expect(text).not.toMatch(/\s(src|style|on\w+)\s*=|url\(|@import|href="(?!#)/i);
  expect([count(text, "<script"), count(text, "<style"), count(text, "<link")]).toEqual([1, 1, 0]);
});

test("hostile names stay text", async () => {
  const { report, checked } = await hostileReport();
  const { description, profile, findings, reload, collected } = checked;
  const options = { reload, collect: () => collected };
  const proposal = await proposeOverlay(description, profile, findings, options);
  const places = { locate: description.locate, root: process.cwd() };
  const text = printHtmlReport(report, { proposal, places });
  expect([count(text, "<script"), count(text, "</script"), count(text, "</style")]).toEqual([
    1, 1, 1,
  ]);
  expect(text).not.toMatch(/<(img|testcase|failure|!--)|\son\w+="/);
  expect(text).toContain("&lt;~1script&gt;&lt;script&gt;alert(1)");
  expect(text).not.toMatch(/[\p{Cf}\p{Cs}\ufffe]/u);
  expect(count(text, '<details class="finding"')).toBe(report.findings.length);
});

test("without findings: it says so", () => {
  const profile = { ...emptyProfile, exchanges: 1, matched: 1 };
  const clean = printHtmlReport(createReport({ source: "a.yaml", profile, findings: [] }));
  expect(clean).toContain("a.yaml tells the truth");
  const nothing = createReport({ source: "-", profile: emptyProfile, findings: [] });
  expect(printHtmlReport(nothing)).toContain("Nothing could be said of the description");
});

describe("in a browser", () => {
  const browser = findBrowser();

  async function show(text: string, hash = ""): Promise<BrowserPage> {
    const file = join(mkdtempSync(join(tmpdir(), "truespec-")), "report.html");
    writeFileSync(file, text);
    return openPage(browser ?? "", `${pathToFileURL(file).href}${hash}`);
  }

  const visible = `[...document.querySelectorAll(".finding")].filter((one) => one.checkVisibility()).length`;

  test("filter, search and keys work; nothing is asked for, nothing refused", async (context) => {
    if (browser === undefined) return context.skip("no Chromium: set TRUESPEC_CHROMIUM");
    const { report, text } = await everything();
    const target = report.findings.at(-1);
    const page = await show(text, `#${target?.fingerprint}`);
    expect(await page.evaluate(visible)).toBe(report.findings.length);
    const isOpen = `document.getElementById("${target?.fingerprint}").open`;
    expect(await page.evaluate(isOpen)).toBe(true);

    await page.press("/", "/");
    for (const letter of "bench") await page.press(letter, letter);
    expect(await page.evaluate("document.activeElement.value")).toBe("bench");
    expect(await page.evaluate(visible)).toBe(1);
    expect(await page.evaluate(`document.querySelector("output").textContent`)).toBe(
      `1 of ${report.findings.length} shown`,
    );
    await page.press("Escape");
    expect(await page.evaluate(visible)).toBe(report.findings.length);

    // A number leads to its section, below the filter that stays in sight.
    await page.resize(1280, 400);
    await page.evaluate(`document.querySelector(".tally .additive a").click()`);
    const top = `document.querySelector("section.additive").getBoundingClientRect().top`;
    expect(await page.evaluate(top)).toBeLessThan(200);
    expect(await page.evaluate(top)).toBeGreaterThan(0);

    await page.evaluate(`document.querySelector("input[value=breaking]").click()`);
    const others = await page.evaluate(
      `document.querySelectorAll("section:not(.breaking) .finding").length`,
    );
    expect(await page.evaluate(visible)).toBe(others);
    await page.evaluate(`document.querySelector(".filter button").click()`);
    expect(await page.evaluate(`document.querySelectorAll(".finding:not([open])").length`)).toBe(
      report.findings.length - Number(others),
    );
    // The bars have the width that the evidence gives them, and the style applies.
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector(".finding > summary")).display`),
    ).toBe("grid");
    expect(page.requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  test("a narrow screen: nothing is wider, and a count keeps to its line", async (context) => {
    if (browser === undefined) return context.skip("no Chromium: set TRUESPEC_CHROMIUM");
    const page = await show((await everything()).text);
    await page.resize(360, 700);
    const overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await page.evaluate(overhang)).toBe(0);
    const isOneLine = `[...document.querySelectorAll(".count > span")].every((one) => one.getClientRects().length === 1 && one.offsetHeight < 30)`;
    expect(await page.evaluate(isOneLine)).toBe(true);
  });

  test("hostile names run nothing and add nothing", async (context) => {
    if (browser === undefined) return context.skip("no Chromium: set TRUESPEC_CHROMIUM");
    const { report } = await hostileReport();
    const page = await show(printHtmlReport(report));
    expect(await page.evaluate(visible)).toBe(report.findings.length);
    expect(await page.evaluate(`document.querySelectorAll("script, style, img, b b").length`)).toBe(
      2,
    );
    const places = await page.evaluate(
      `[...document.querySelectorAll(".place")].map((one) => one.textContent)`,
    );
    const shown = JSON.stringify(places);
    for (const name of hostileNames.filter((one) => /^[ -~]+$/.test(one))) {
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      expect(shown).toContain(JSON.stringify(token).slice(1, -1));
    }
    expect(page.complaints).toEqual([]);
  });
});
