import { createHash } from "node:crypto";
import { isDeviation } from "../../compare/deviation-kinds.ts";
import { groupBySubject } from "../describe-finding.ts";
import type { Report } from "../report.ts";
import {
  describeCollection,
  describeOutcome,
  describeStale,
  type Section,
  sectionsOf,
} from "../sections.ts";
import { printFinding } from "./finding-row.ts";
import { type Html, html } from "./html.ts";
import { createPage, type HtmlReportOptions, type Page } from "./page.ts";
import { runsChart } from "./runs-chart.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";

/**
 * The report as one HTML file for people: nothing is loaded from anywhere, and its policy (CSP) lets nothing run but the
 * script it came with. Findings by severity with how often, when and where; their schemas and repairs; filter and search.
 */
export function printHtmlReport(report: Report, options: HtmlReportOptions = {}): string {
  const page = createPage(report, options);
  const title = `Drift of ${nameOf(report)}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${printHeader(page)}
${printFilter(page)}
<main>
${sectionsOf(report).map((section) => printSection(section, page))}
${printNothing(page)}
${printNotes(page)}
</main>
<footer>${report.description.sha256 === null ? "" : html`SHA-256 of the description: <code>${report.description.sha256}</code>`}</footer>
<script>${{ html: script }}</script>
</body>
</html>
`.html;
}

function policy(): string {
  const hash = (text: string): string =>
    `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

function nameOf({ description }: Report): string {
  return description.source === "-" ? "the description" : description.source;
}

function printHeader(page: Page): Html {
  const { report } = page;
  return html`<header>
<p class="eyebrow">Drift check</p>
<h1>${headline(report)}</h1>
<p class="lede">${describeCollection(report)}${report.findings.length === 0 ? ` ${describeOutcome(report)}` : ""}</p>
${printTally(report)}
${runsChart(page.runs)}
${printChanges(page)}
</header>`;
}

function headline(report: Report): string {
  const { findings, collection } = report;
  const name = nameOf(report);
  if (collection.matched === 0) return `Nothing could be said of ${name}`;
  const deviations = findings.filter(isDeviation).length;
  if (deviations === 0) return `${name} tells the truth`;
  const count = deviations === 1 ? "one way" : `${deviations} ways`;
  return `The API leaves ${name} in ${count}`;
}

function printTally(report: Report): Html {
  const counts = sectionsOf(report).map(({ kind, title, findings }) => ({
    ...{ kind, title, count: findings.length },
  }));
  return html`<ul class="tally">${counts.map(
    ({ kind, title, count }) =>
      html`<li class="${kind}"><a href="#${kind}"><b class="kind">${count}</b><span>${title}</span></a></li>`,
  )}</ul>`;
}

function printChanges({ report, isNew, gone }: Page): Html | undefined {
  if (gone === undefined) return undefined;
  const fresh = report.findings.filter(isNew).length;
  const words = `Since the last run: ${fresh === 0 ? "nothing" : fresh} new, ${gone.length === 0 ? "nothing" : gone.length} gone.`;
  const list = gone.map((where) => html`<li><code>${where}</code></li>`);
  return html`<div class="changes"><p>${words}</p>${list.length === 0 ? undefined : html`<details><summary>What is gone</summary><ul>${list}</ul></details>`}</div>`;
}

/** Shown by the script alone: without it there is nothing to filter with. */
function printFilter({ report }: Page): Html {
  const boxes = sectionsOf(report).map(
    ({ kind, title }) =>
      html`<label><input type="checkbox" value="${kind}" checked>${title}</label>`,
  );
  return html`<form class="filter" role="search" hidden>
<input type="search" placeholder="Search findings" aria-label="Search findings" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
<fieldset aria-label="Show">${boxes}</fieldset>
<button type="button">open all</button>
<output aria-live="polite"></output>
</form>`;
}

function printSection({ kind, title, meaning, findings }: Section, page: Page): Html {
  const groups = groupBySubject(findings).map(
    ([
      subject,
      group,
    ]) => html`<div class="group">${subject === "" ? undefined : html`<h3>${subject}</h3>`}
${group.map((finding) => printFinding(finding, page))}</div>
`,
  );
  return html`<section class="${kind}" id="${kind}" data-section="${kind}">
<h2><span class="kind">${title}</span></h2>
<p>${`${meaning[0]?.toUpperCase() ?? ""}${meaning.slice(1)}.`}</p>
${groups}</section>
`;
}

function printNothing({ report }: Page): Html | undefined {
  if (report.findings.length > 0 || report.collection.matched === 0) return undefined;
  return html`<p class="empty">Nothing was seen that the description does not say.</p>`;
}

function printNotes({ report }: Page): readonly (Html | undefined)[] {
  const { problems, skipped } = report.collection;
  return [
    printList(
      "Not read",
      problems.map(
        ({ exchange, kind, message }) => html`<code>${exchange}</code> · ${kind} · ${message}`,
      ),
    ),
    printList(
      "Skipped operations",
      skipped.map(({ operation, reason }) => html`<code>${operation}</code> · ${reason}`),
    ),
    printList(
      "Stale entries of the baseline",
      describeStale(report).map((line) => html`${line}`),
    ),
  ];
}

function printList(title: string, lines: readonly Html[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<section><h2>${title}</h2><ul class="notes">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
