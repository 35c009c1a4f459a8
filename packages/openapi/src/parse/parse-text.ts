import { describeSource, type ParsedSource } from "./describe-source.ts";
import { orBrokenJson, parseAsJson } from "./json-or-yaml.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Parses YAML or JSON, whichever it is: what begins like JSON is parsed as JSON, and as YAML when
 * that fails and the name does not say JSON.
 */
export function parseText(text: string, source: string, base: string = source): ParsedSource {
  const written = { text, source, base };
  return describeSource(written, parseAsJson(written) ?? orBrokenJson(written, parseYaml(text)));
}
