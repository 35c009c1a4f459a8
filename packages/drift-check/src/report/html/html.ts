import { plainText } from "@truespec/openapi/report-text";
import { escapeMarkup } from "../escape-markup.ts";

/** A piece of HTML that is safe to stand between tags. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, HTML stays, lists are joined, undefined is nothing. */
export type HtmlPart = string | number | Html | undefined | readonly HtmlPart[];

/**
 * Makes HTML of a template. Every text that is put in is escaped, for content and for quoted attributes alike, so that no
 * name can leave its place; unseen characters are spelt out.
 *
 * See https://html.spec.whatwg.org/multipage/syntax.html#attributes-2
 */
export function html(template: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const pieces = template.map((literal, index) => literal + printPart(parts[index]));
  return { html: pieces.join("") };
}

/** Text of several lines, such as YAML, escaped line by line. */
export function preformatted(text: string): Html {
  return { html: text.split("\n").map(printPart).join("\n") };
}

function printPart(part: HtmlPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeMarkup(plainText(part));
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map(printPart).join("") : part.html;
}

function isList(part: Html | readonly HtmlPart[]): part is readonly HtmlPart[] {
  return Array.isArray(part);
}
