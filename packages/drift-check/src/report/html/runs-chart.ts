import type { RunCounts } from "../../baseline/history.ts";
import { severities } from "../../compare/finding.ts";
import { type Html, html } from "./html.ts";

/** The newest runs that are drawn. */
const mostColumns = 60;
/** With fewer runs the columns stay as narrow as with so many. */
const leastSlots = 30;
/** Of its slot a column takes this share. */
const columnShare = 0.72;

/**
 * How many findings the newest runs had: a column each, the worst at the bottom; nothing for a single run. Drawn with
 * attributes, because the policy of the page allows no inline style; the caption says the same in words.
 */
export function runsChart(runs: readonly RunCounts[]): Html | undefined {
  const shown = runs.slice(-mostColumns);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined || shown.length < 2) return undefined;
  const most = Math.max(1, ...shown.map(countOf));
  const slot = 100 / Math.max(leastSlots, shown.length);
  const columns = shown.map((run, index) => columnOf(run, { x: index * slot, slot, most }));
  const words = `The last ${shown.length} runs, ${daysOf(first, last)}: from ${countOf(first)} findings to ${countOf(last)}.`;
  return html`<figure class="runs"><svg role="img" aria-label="${words}">${columns}</svg><figcaption>${words}${legendOf(shown)}</figcaption></figure>`;
}

function daysOf(first: RunCounts, last: RunCounts): string {
  const [from, to] = [dayOf(first), dayOf(last)];
  return from === to ? `on ${from}` : `${from} to ${to}`;
}

/** What the colours say, of those that are there. */
function legendOf(runs: readonly RunCounts[]): readonly Html[] {
  return severities
    .filter((severity) => runs.some((run) => run[severity] > 0))
    .map((severity) => html` <span class="kind ${severity}">${severity}</span>`);
}

function columnOf(
  run: RunCounts,
  { x, slot, most }: { readonly x: number; readonly slot: number; readonly most: number },
): Html {
  let height = 0;
  const parts = severities.map((severity) => {
    const share = (run[severity] / most) * 100;
    height += share;
    return run[severity] === 0
      ? undefined
      : html`<rect class="fill ${severity}" x="${percent(x)}" y="${percent(100 - height)}" width="${percent(slot * columnShare)}" height="${percent(share)}"/>`;
  });
  return html`<g><title>${describeRun(run)}</title>${parts}</g>`;
}

function describeRun(run: RunCounts): string {
  const counts = severities.filter((severity) => run[severity] > 0);
  const words = counts.map((severity) => `${run[severity]} ${severity}`).join(", ");
  return `Run ${run.run}, ${dayOf(run)}: ${words === "" ? "no findings" : words}`;
}

function countOf(run: RunCounts): number {
  return severities.reduce((sum, severity) => sum + run[severity], 0);
}

function dayOf({ time }: RunCounts): string {
  return time.slice(0, "2026-01-01".length);
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}
