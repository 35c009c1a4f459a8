/**
 * URIs, RFC 3986 appendix A, IRIs, RFC 3987 section 2.2, and URI templates, RFC 6570.
 */
import type { Format } from "./format.ts";
import { ipv6Pattern } from "./internet.ts";

const escaped = "%[0-9A-Fa-f]{2}";
// Every escape is whole. Told apart from the rest, which then repeats single characters alone: to
// repeat a group costs the engine memory for each time.
const intact = "(?![^]*%(?![0-9A-Fa-f]{2}))";
const scheme = "[A-Za-z][A-Za-z0-9+.-]*";
const ascii = "A-Za-z0-9._~!$&'()*+,;=\\-";
const beyond =
  "\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF\\u{10000}-\\u{1FFFD}\\u{20000}-\\u{2FFFD}\\u{30000}-\\u{3FFFD}\\u{40000}-\\u{EFFFD}";
const beyondPrivate = "\\uE000-\\uF8FF\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}";

function reference(extra: string, queryExtra: string): { absolute: string; relative: string } {
  const run = (characters: string) => `[${ascii}${extra}%${characters}]`;
  const address = `\\[(?:${ipv6Pattern}|[Vv][0-9A-Fa-f]+\\.[${ascii}:]+)\\]`;
  const authority = `(?:${run(":")}*@)?(?:${address}|${run("")}*)(?::[0-9]*)?`;
  const tail = `(?:\\?[${ascii}${extra}%${queryExtra}:@/?]*)?(?:#${run(":@/?")}*)?`;
  const rooted = `//${authority}(?:/${run(":@/")}*)?|/(?:${run(":@")}${run(":@/")}*)?`;
  const rootless = `${run(":@")}${run(":@/")}*`;
  const noColon = `${run("@")}+(?:/${run(":@/")}*)?`;
  return {
    absolute: `${scheme}:(?:${rooted}|${rootless})?${tail}`,
    relative: `(?:${rooted}|${noColon})?${tail}`,
  };
}

const uri = reference("", "");
const iri = reference(beyond, beyondPrivate);
const variable = `(?:[A-Za-z0-9_]|${escaped})(?:\\.?(?:[A-Za-z0-9_]|${escaped}))*(?::[1-9][0-9]{0,3}|\\*)?`;
const expression = `\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\}`;
const literal = `[!#$&-;=?-\\[\\]_a-z~\\u00A0-\\u{10FFFF}]|${escaped}`;

/** `uri`, `uri-reference`, `iri`, `iri-reference`, `uri-template`. */
export const uriFormats: readonly Format[] = [
  { name: "uri", pattern: `^${intact}${uri.absolute}$` },
  { name: "uri-reference", pattern: `^${intact}(?:${uri.absolute}|${uri.relative})$` },
  { name: "iri", pattern: `^${intact}${iri.absolute}$` },
  { name: "iri-reference", pattern: `^${intact}(?:${iri.absolute}|${iri.relative})$` },
  { name: "uri-template", limit: 1_000_000, pattern: `^(?:${literal}|${expression})*$` },
];
