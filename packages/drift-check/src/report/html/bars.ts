import type { Finding } from "../../compare/finding.ts";
import { type Html, html } from "./html.ts";
import { portionOf, type Span } from "./timeline.ts";

/** Short of this share nothing would be seen. */
const leastShare = 0.012;

/** How often, as a bar; the words beside it say the same. Drawn with attributes, because the policy of the page allows no inline style. */
export function presenceBar({ n, total }: Pick<Finding, "n" | "total">): Html {
  return bar(0, total === 0 ? 0 : n / total);
}

/** When a finding was seen, within the time that is known at all. */
export function timelineBar(span: Span, whole: Span): Html {
  const { start, length } = portionOf(span, whole);
  return bar(start, length);
}

function bar(start: number, share: number): Html {
  const width = share === 0 && start === 0 ? 0 : Math.min(1, Math.max(leastShare, share));
  const x = Math.min(start, 1 - width);
  return html`<svg aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%"/><rect class="fill" x="${percent(x)}" width="${percent(width)}" height="100%"/></svg>`;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
