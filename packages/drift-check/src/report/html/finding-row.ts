import type { Finding } from "../../compare/finding.ts";
import { meaningOfFinding, placeOfFinding } from "../describe-finding.ts";
import { describeTimes } from "../describe-samples.ts";
import { filePlaceOf } from "../file-place.ts";
import { presenceBar, timelineBar } from "./bars.ts";
import { type Html, type HtmlPart, html, preformatted } from "./html.ts";
import type { Page } from "./page.ts";

/** One finding: a line that opens to its evidence, its schema and its repair. */
export function printFinding(finding: Finding, page: Page): Html {
  const { n, total, fingerprint } = finding;
  const mark = page.isNew(finding) ? html` <span class="mark">new</span>` : undefined;
  return html`<details class="finding" id="${fingerprint}">
<summary><code class="place">${breakable(placeOfFinding(finding))}</code><span class="meaning">${meaningOfFinding(finding)}${mark}</span><span class="count"><span><b>${n}</b> of ${total}</span>${presenceBar(finding)}</span></summary>
<div class="detail">
<dl>${factsOf(finding, page).map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
<div class="code">${printSchema(finding)}${printRepair(finding, page)}</div>
</div>
</details>
`;
}

type Fact = readonly [term: string, value: HtmlPart];

function factsOf(finding: Finding, page: Page): readonly Fact[] {
  const { message, systematic, types, values, samples, baseline, fingerprint } = finding;
  return [
    ["What", systematic ? `${message} Every value seen differs.` : message],
    ...(types === null ? [] : [["Types", printCounts(types)] as const]),
    ...(values === null ? [] : [["Values", printValues(values)] as const]),
    ...seenFacts(finding, page),
    ...(samples.length === 0 ? [] : [["Look at", printSamples(samples)] as const]),
    ...placeFacts(finding, page),
    ...(baseline === null ? [] : [["Baseline", describeMark(baseline)] as const]),
    ["Fingerprint", html`<a href="#${fingerprint}"><code>${fingerprint}</code></a>`],
  ];
}

function seenFacts(finding: Finding, { timeline }: Page): readonly Fact[] {
  const span = timeline.spanOf(finding);
  if (span === undefined) return [];
  const words = describeTimes(span.first, span.last);
  const { whole } = timeline;
  const drawn =
    whole === undefined ? undefined : html`<div class="timeline">${timelineBar(span, whole)}</div>`;
  return [["Seen", html`${words}${drawn}`]];
}

function placeFacts(finding: Finding, { places }: Page): readonly Fact[] {
  const place = places === undefined ? undefined : filePlaceOf(finding, places);
  if (place === undefined || finding.schemaPointer === null) return [];
  const { uri, path, line } = place;
  return [
    [
      "Described",
      html`<code>${breakable(path ?? uri)}:${line}</code> <code>${breakable(finding.schemaPointer)}</code>`,
    ],
  ];
}

function printCounts(types: NonNullable<Finding["types"]>): Html {
  const counts = Object.entries(types).map(([type, count]) => `${count} ${type}`);
  return html`${counts.join(", ")}`;
}

function printValues(values: NonNullable<Finding["values"]>): Html {
  const shown = values.map(
    (value, index) => html`${index === 0 ? "" : ", "}<code>${JSON.stringify(value)}</code>`,
  );
  return html`${shown}`;
}

function printSamples(samples: Finding["samples"]): Html {
  return html`<ul>${samples.map(({ exchange, pointer }) => html`<li><code>${breakable(exchange)} ${breakable(pointer)}</code></li>`)}</ul>`;
}

function describeMark({
  reason,
  by,
  since,
  expires,
  expired,
}: NonNullable<Finding["baseline"]>): string {
  const parts = [
    expired ? "accepted, and expired" : "accepted",
    ...(by === null ? [] : [`by ${by}`]),
    ...(since === null ? [] : [`since ${since}`]),
    ...(expires === null ? [] : [`until ${expires}`]),
  ];
  return `${parts.join(" ")}${reason === null ? "" : `: ${reason}`}`;
}

function printSchema({ inferredSchema }: Finding): Html | undefined {
  if (inferredSchema === null || Object.keys(inferredSchema).length === 0) return undefined;
  const text = JSON.stringify(inferredSchema, undefined, 2);
  return html`<div><h4>What was seen, as a schema</h4><pre tabindex="0">${preformatted(text)}</pre></div>`;
}

function printRepair({ fingerprint }: Finding, { proposal }: Page): Html | undefined {
  const repair = proposal?.repairs.get(fingerprint);
  if (repair !== undefined) {
    return html`<div><h4>The proposed repair, as part of an overlay</h4><pre tabindex="0">${preformatted(repair.trimEnd())}</pre></div>`;
  }
  const refusal = proposal?.refused.find((one) => one.fingerprint === fingerprint);
  return refusal === undefined ? undefined : html`<p>No repair is proposed: ${refusal.reason}.</p>`;
}

/** Long paths may break before each slash; names that run from right to left stay in their order. */
function breakable(text: string): Html {
  const [first = "", ...rest] = text.split("/");
  return html`${first}${rest.map((token) => html`<wbr>/<bdi>${token}</bdi>`)}`;
}
