import { describeSource, type ParsedSource } from "./describe-source.ts";
import { orBroken, parseAsJson } from "./json-or-yaml.ts";
import { parseSimpleYaml } from "./simple-yaml/parse-simple-yaml.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Parses YAML or JSON, whichever it is: what begins like JSON is parsed as JSON, and as YAML when
 * that fails and the name does not say JSON.
 */
export function parseText(text: string, source: string, base: string = source): ParsedSource {
  const written = { text, source, base };
  const parsed =
    parseAsJson(written) ?? parseSimpleYaml(text) ?? orBroken(written, parseYaml(text));
  return describeSource(written, parsed);
}
