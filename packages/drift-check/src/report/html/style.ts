/** The style of the page: quiet, for reading; light or dark as the reader's system says; fit for paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #211f1b; --soft: #6a665d; --line: #e3dfd5; --well: #f4f1ea;
  --breaking: #b3261e; --systematic: #7b3f96; --additive: #8f6200; --informational: #2b6a80;
  --undecided: #6a665d; --accepted: #4f7248;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191815; --ink: #e8e4da; --soft: #a19b8f; --line: #37342e; --well: #22201c;
    --breaking: #f0857c; --systematic: #cf9be6; --additive: #dfb155; --informational: #82c0d6;
    --undecided: #a19b8f; --accepted: #9cc493;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body {
  margin: 0 auto; max-width: 66rem; padding: 4rem 1.75rem 6rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 var(--serif); font-variant-numeric: oldstyle-nums;
}
h1, h2, h3, p, dl, dd, ul, pre, form, fieldset { margin: 0; padding: 0; }
h1 { overflow-wrap: anywhere; font-size: 2.5rem; line-height: 1.15; font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
h3 { font: 0.8125rem/1.5 var(--mono); color: var(--soft); margin: 1.5rem 0 0.5rem; overflow-wrap: anywhere; }
code, pre { font-family: var(--mono); font-size: 0.84em; font-variant-numeric: lining-nums; }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--informational); outline-offset: 3px; border-radius: 2px; }
.eyebrow { font-size: 0.9375rem; font-style: italic; color: var(--soft); margin-bottom: 0.6rem; }
.lede { margin-top: 0.9rem; color: var(--soft); max-width: 46rem; text-wrap: pretty; overflow-wrap: anywhere; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem 2.75rem; margin: 2.5rem 0 0; padding: 1.5rem 0 0; border-top: 1px solid var(--line); list-style: none; }
.tally a { text-decoration: none; }
.tally a:hover span { text-decoration: underline; }
.tally b { display: block; font-size: 2.5rem; line-height: 1.1; font-weight: 400; font-variant-numeric: lining-nums; }
.tally span { font-size: 0.9375rem; color: var(--soft); }
.tally .none b { color: var(--soft); opacity: 0.5; }
.changes { margin-top: 1.5rem; font-size: 1rem; max-width: 46rem; }
.changes ul { list-style: none; margin-top: 0.4rem; }
.changes li { overflow-wrap: anywhere; }
.filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center;
  margin: 2rem -0.75rem 0; padding: 0.75rem; background: var(--paper); border-bottom: 1px solid var(--line);
  font-size: 0.9375rem;
}
.filter[hidden] { display: none; }
.filter input[type="search"] {
  flex: 1 1 14rem; min-width: 0; padding: 0.4rem 0.65rem; font: inherit; color: inherit;
  background: var(--well); border: 1px solid var(--line); border-radius: 4px;
}
.filter fieldset { display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; border: 0; }
.filter label { display: inline-flex; gap: 0.35rem; align-items: center; cursor: pointer; }
.filter input[type="checkbox"] { accent-color: var(--ink); margin: 0; }
.filter button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-decoration-color: var(--soft); text-underline-offset: 0.15em; }
.filter output { color: var(--soft); }
section { margin-top: 3.25rem; }
section > p { color: var(--soft); }
.kind { color: var(--tone); }
.breaking { --tone: var(--breaking); } .systematic { --tone: var(--systematic); }
.additive { --tone: var(--additive); } .informational { --tone: var(--informational); }
.undecided { --tone: var(--undecided); } .accepted { --tone: var(--accepted); }
.finding { border-top: 1px solid var(--line); }
.group > .finding:last-child { border-bottom: 1px solid var(--line); }
.finding > summary {
  display: grid; grid-template-columns: 0.9rem minmax(0, 10fr) minmax(0, 11fr) 11.5rem; gap: 0.25rem 1rem; align-items: baseline;
  padding: 0.6rem 0; cursor: pointer; list-style: none;
}
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::before { content: "+"; color: var(--soft); font-family: var(--mono); font-size: 0.8em; }
.finding[open] > summary::before { content: "\\2212"; }
.finding > summary:hover { background: var(--well); }
.place { overflow-wrap: anywhere; font-weight: 500; }
.meaning { color: var(--soft); font-size: 0.96875rem; overflow-wrap: anywhere; }
.count { display: grid; grid-template-columns: 1fr; gap: 0.15rem; font-size: 0.875rem; color: var(--soft); text-align: right; font-variant-numeric: lining-nums tabular-nums; }
.count b { color: var(--ink); font-weight: 600; }
svg { display: block; width: 100%; height: 4px; border-radius: 2px; overflow: hidden; }
svg .track { fill: var(--line); } svg .fill { fill: var(--tone); }
.runs { margin: 2rem 0 0; max-width: 46rem; }
.runs svg { height: 4.5rem; border-radius: 0; border-bottom: 1px solid var(--line); }
.runs figcaption { margin-top: 0.5rem; font-size: 0.9375rem; color: var(--soft); }
.mark { font-size: 0.8125rem; font-style: italic; color: var(--tone); white-space: nowrap; }
.detail { display: grid; grid-template-columns: minmax(0, 10fr) minmax(0, 13fr); gap: 1.25rem 2.5rem; padding: 0.35rem 0 1.75rem 1.9rem; font-size: 0.96875rem; }
.detail dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.35rem 1.1rem; align-content: start; }
dt { color: var(--soft); }
dd { overflow-wrap: anywhere; }
dd ul, .notes { list-style: none; }
.notes li { padding: 0.4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; font-size: 0.96875rem; }
.code { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; align-content: start; }
.code h4 { margin: 0 0 0.35rem; font-size: 0.9375rem; font-weight: 400; color: var(--soft); }
pre { padding: 0.75rem 0.9rem; background: var(--well); border-radius: 4px; overflow: auto; max-height: 26rem; line-height: 1.45; tab-size: 2; }
.timeline { margin-top: 0.3rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--soft); overflow-wrap: anywhere; }
.empty { margin-top: 3rem; font-size: 1.25rem; font-style: italic; color: var(--soft); }
[hidden] { display: none !important; }
@media (max-width: 46rem) {
  body { padding: 2rem 1.1rem 4rem; }
  h1 { font-size: 1.85rem; }
  .finding > summary { grid-template-columns: 0.9rem minmax(0, 1fr); }
  .meaning, .count { grid-column: 2; }
  .count { grid-template-columns: max-content minmax(3rem, 1fr); align-items: center; gap: 0.75rem; text-align: left; }
  .detail { grid-template-columns: minmax(0, 1fr); padding-left: 1.9rem; }
  .filter { position: static; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --well: #f5f5f5; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filter { display: none; }
  .finding, pre { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
