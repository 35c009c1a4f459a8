/**
 * Host names by IDNA 2008: RFC 5890 to 5893.
 */
import {
  bidiLabel,
  contextFault,
  leftToRightLabel,
  rightToLeftLabel,
  unicodeLabel,
} from "./idna-patterns.ts";
import { decodePunycode, encodePunycode } from "./punycode.ts";

/** A label as people read it, and its length as an A-label. */
interface Label {
  readonly text: string;
  readonly length: number;
}

/**
 * Is it a host name whose labels are letters, digits and hyphens (RFC 1123), A-labels or U-labels?
 * Full stops of other scripts separate labels too, RFC 3490 section 3.1. Bound the text's length:
 * a label costs the square of it.
 */
export function isIdnHostname(text: string): boolean {
  const labels = text.split(/[.\u3002\uFF0E\uFF61]/).map(readLabel);
  const read = labels.filter((label) => label !== undefined);
  if (read.length < labels.length) return false;
  const length = read.reduce((sum, label) => sum + label.length + 1, -1);
  const isBidi = read.some((label) => patterns.bidiLabel.test(label.text));
  return length <= 253 && (!isBidi || read.every((label) => meetsBidiRule(label.text)));
}

/** Are the A-labels among the labels of an ASCII host name what they claim to be? */
export function isHostname(text: string): boolean {
  return !/xn--/i.test(text) || isIdnHostname(text);
}

const patterns = {
  unicodeLabel: new RegExp(unicodeLabel, "u"),
  contextFault: new RegExp(contextFault, "u"),
  bidiLabel: new RegExp(bidiLabel, "u"),
  rightToLeftLabel: new RegExp(rightToLeftLabel, "u"),
  leftToRightLabel: new RegExp(leftToRightLabel, "u"),
};

function readLabel(label: string): Label | undefined {
  if (/^xn--[ -~]+$/i.test(label)) {
    const lower = label.toLowerCase();
    const text = lower.length > 63 ? undefined : decodePunycode(lower.slice(4));
    if (text === undefined || `xn--${encodePunycode(text)}` !== lower) return undefined;
    return isUnicodeLabel(text) ? { text, length: label.length } : undefined;
  }
  if (/^(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label)) {
    return { text: label, length: label.length };
  }
  const length =
    label.length > 126 || !isUnicodeLabel(label) ? 64 : 4 + encodePunycode(label).length;
  return length > 63 ? undefined : { text: label, length };
}

/** RFC 5891 sections 4.2.1 and 4.2.3, RFC 5892 appendix A. */
function isUnicodeLabel(label: string): boolean {
  if (/^[ -~]*$/.test(label) || label.normalize("NFC") !== label) return false;
  if (!patterns.unicodeLabel.test(label)) return false;
  const unjoined = label.replace(/(.)([\u200C\u200D])/gu, (both, previous: string) =>
    isVirama(previous) ? previous : both,
  );
  return !patterns.contextFault.test(unjoined);
}

/**
 * Is its Canonical_Combining_Class 9? Normalization sorts marks by class, and these two have the
 * classes beside it, 10 and 8.
 */
function isVirama(character: string): boolean {
  return (
    !/[\u05B0\u3099]/.test(character) &&
    `\u05B0${character}`.normalize("NFD") === `${character}\u05B0` &&
    `${character}\u3099`.normalize("NFD") === `\u3099${character}`
  );
}

/** RFC 5893 section 2. */
function meetsBidiRule(label: string): boolean {
  return patterns.rightToLeftLabel.test(label) || patterns.leftToRightLabel.test(label);
}
