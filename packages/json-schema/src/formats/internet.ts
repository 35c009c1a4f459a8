/**
 * Addresses and names of the internet.
 */
import type { Format } from "./format.ts";

const byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const ipv4 = `${byte}(?:\\.${byte}){3}`;
const group = "[0-9A-Fa-f]{1,4}";
const last32 = `(?:${group}:${group}|${ipv4})`;

/** RFC 3986 section 3.2.2 `IPv6address`, which is RFC 4291 section 2.2. */
const ipv6 = [
  `(?:${group}:){6}${last32}`,
  `::(?:${group}:){5}${last32}`,
  `(?:${group})?::(?:${group}:){4}${last32}`,
  `(?:(?:${group}:){0,1}${group})?::(?:${group}:){3}${last32}`,
  `(?:(?:${group}:){0,2}${group})?::(?:${group}:){2}${last32}`,
  `(?:(?:${group}:){0,3}${group})?::${group}:${last32}`,
  `(?:(?:${group}:){0,4}${group})?::${last32}`,
  `(?:(?:${group}:){0,5}${group})?::${group}`,
  `(?:(?:${group}:){0,6}${group})?::`,
].join("|");

/** The source of an IPv6 address, as URIs embed it. */
export const ipv6Pattern: string = `(?:${ipv6})`;

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
// RFC 5890 section 2.3.1: `--` in third place is reserved, but for A-labels.
const hostLabel = `(?!(?![Xx][Nn])[A-Za-z0-9]{2}--)${label}`;
const hostname = `${hostLabel}(?:\\.${hostLabel})*`;
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const idnAtom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\u{10FFFF}-]+";
const quoted = '"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"';
const idnQuoted = '"(?:[ !#-\\[\\]-~\\u0080-\\u{10FFFF}]|\\\\[ -~])*"';
const literal = `\\[(?:${ipv4}|[Ii][Pp][Vv]6:${ipv6Pattern})\\]`;
// Beyond ASCII all but the three other full stops that IDNA reads as dots.
const beyond = "\\u0080-\\u3001\\u3003-\\uFF0D\\uFF0F-\\uFF60\\uFF62-\\u{10FFFF}";
const idnEdge = `[A-Za-z0-9${beyond}]`;
const idnLabel = `${idnEdge}(?:[A-Za-z0-9${beyond}-]{0,61}${idnEdge})?`;

/** `email`, `hostname`, `ipv4`, `ipv6` and the internationalised ones. */
export const internetFormats: readonly Format[] = [
  {
    name: "email",
    limit: 254,
    pattern: `^(?:${atom}(?:\\.${atom})*|${quoted})@(?:${hostname}|${literal})$`,
  },
  // RFC 6531 section 3.3 asks for letters beyond ASCII, not for the rules of IDNA 2008.
  {
    name: "idn-email",
    limit: 254,
    pattern: `^(?:${idnAtom}(?:\\.${idnAtom})*|${idnQuoted})@(?:${idnLabel}(?:\\.${idnLabel})*|${literal})$`,
  },
  { name: "hostname", limit: 253, pattern: `^${hostname}$`, refinement: "isHostname" },
  // A U-label has at most as many code points as its A-label.
  { name: "idn-hostname", limit: 506, pattern: "^[^]+$", refinement: "isIdnHostname" },
  { name: "ipv4", limit: 15, pattern: `^${ipv4}$` },
  { name: "ipv6", limit: 45, pattern: `^${ipv6Pattern}$` },
];
