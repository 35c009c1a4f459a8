/**
 * `formatError` as text; `format-error.test.ts` holds it against the function that it mirrors.
 */
import { wordings } from "../../wordings.ts";
import { printLiteral } from "../literal.ts";

/** The source of `formatError` with the words for these keywords. */
export function printFormatError(keywords: Iterable<string>): string {
  const used = new Set(keywords);
  const entries = Object.entries(wordings).filter(([keyword]) => used.has(keyword));
  return `const wordings = ${printLiteral(Object.fromEntries(entries))};\n\n${source}`;
}

const source = `function formatError({ keyword, params }) {
  const parameter = /\\{(\\w+)(?::([\\w ]+))?\\}/g;
  const known = Object.hasOwn(wordings, keyword) ? wordings[keyword] : undefined;
  const sentence = known?.find((text) =>
    [...text.matchAll(parameter)].every(([, name]) => Object.hasOwn(params, name)),
  );
  if (sentence === undefined) return '"' + keyword + '" is not met';
  return sentence.replace(parameter, (_, name, style = "json") => show(params[name], style));
}

function show(value, style) {
  if (style === "json" || style === "plain") {
    const text =
      style === "plain" && typeof value === "string" ? value : JSON.stringify(value ?? null);
    return text.length <= 80 ? text : text.slice(0, 80) + "\\u2026";
  }
  const list = Array.isArray(value) ? value : [value];
  if (style === "or" || style === "and") {
    return list.map((item) => show(item, "plain")).join(" " + style + " ");
  }
  if (style === "values") {
    if (list.length === 0) return "no value at all";
    const shown = list.slice(0, 10).map((item) => show(item, "json"));
    const rest = list.length - shown.length;
    return (list.length > 1 ? "one of " : "") + shown.join(", ") + (rest > 0 ? " or " + rest + " more" : "");
  }
  const plural = style === "property" ? "properties" : style + "s";
  return show(value, "json") + " " + (value === 1 ? style : plural);
}`;
