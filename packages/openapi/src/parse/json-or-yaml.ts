import { parseJson } from "./json.ts";
import type { ParsedText } from "./parsed-text.ts";

/** What decides between JSON and YAML. */
export interface NamedText {
  readonly text: string;
  readonly source: string;
}

/**
 * What begins like JSON, or is called so, read as JSON; undefined where that is to be read as YAML: it
 * does not begin so, or is broken JSON and not called JSON.
 */
export function parseAsJson({ text, source }: NamedText): ParsedText | undefined {
  const isCalledJson = /\.json$/i.test(source);
  if (!beginsLikeJson(text) && !isCalledJson) return undefined;
  const asJson = parseJson(text);
  const [fault] = asJson.faults;
  return fault?.code === "json-syntax" && !isCalledJson ? undefined : asJson;
}

/**
 * What YAML's parser gave; what is neither is told as broken JSON where it begins so and is not called
 * YAML. A page of HTML is none, though YAML makes one text of a short one.
 */
export function orBroken({ text, source }: NamedText, asYaml: ParsedText): ParsedText {
  if (/^\s*<(?:!doctype\s|html\b)/i.test(text)) {
    return { value: undefined, faults: [{ code: "yaml-syntax", params: page, offset: 0 }] };
  }
  const isBroken = asYaml.value === undefined && beginsLikeJson(text);
  return isBroken && !/\.ya?ml$/i.test(source) ? parseJson(text) : asYaml;
}

const page = {
  why: "it is an HTML page",
  mend: "Name the description itself; who is not signed in, or asks for what is not there, is often shown a page.",
};

function beginsLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}
