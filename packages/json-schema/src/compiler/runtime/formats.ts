import * as patterns from "../../formats/idna-patterns.ts";
import type { RuntimeSource } from "./source.ts";

/** The checks of formats that are more than a pattern, and what they call. */
export type FormatFunction =
  | "isBase64"
  | "isBase64url"
  | "isSfBinary"
  | "isInt64"
  | "isUint64"
  | "isHostname"
  | "isIdnHostname"
  | "readLabel"
  | "isUnicodeLabel"
  | "isVirama"
  | "meetsBidiRule";

/** Their sources; `formats.test.ts` holds each against the function that it mirrors. */
export const formatSources: Readonly<Record<FormatFunction, RuntimeSource>> = {
  isBase64: {
    needs: [],
    text: `function isBase64(text) {
  return text.length % 4 === 0;
}`,
  },
  isBase64url: {
    needs: [],
    text: `function isBase64url(text) {
  return text.endsWith("=") ? text.length % 4 === 0 : text.length % 4 !== 1;
}`,
  },
  isSfBinary: {
    needs: [],
    text: `function isSfBinary(text) {
  return text.length % 4 === 2;
}`,
  },
  isInt64: {
    needs: [],
    text: `function isInt64(text) {
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}`,
  },
  isUint64: {
    needs: [],
    text: `function isUint64(text) {
  return BigInt.asUintN(64, BigInt(text)) === BigInt(text);
}`,
  },
  isHostname: {
    needs: ["isIdnHostname"],
    text: `function isHostname(text) {
  return !/xn--/i.test(text) || isIdnHostname(text);
}`,
  },
  isIdnHostname: {
    needs: ["readLabel", "meetsBidiRule"],
    text: `/** A host name by IDNA 2008, RFC 5890 to 5893. */
function isIdnHostname(text) {
  const labels = text.split(/[.\\u3002\\uFF0E\\uFF61]/).map(readLabel);
  if (labels.includes(undefined)) return false;
  const length = labels.reduce((sum, label) => sum + label.length + 1, -1);
  const isBidi = labels.some((label) => /${patterns.bidiLabel}/u.test(label.text));
  return length <= 253 && (!isBidi || labels.every((label) => meetsBidiRule(label.text)));
}`,
  },
  readLabel: {
    needs: ["decodePunycode", "encodePunycode", "isUnicodeLabel"],
    text: `function readLabel(label) {
  if (/^xn--[ -~]+$/i.test(label)) {
    const lower = label.toLowerCase();
    const text = lower.length > 63 ? undefined : decodePunycode(lower.slice(4));
    if (text === undefined || "xn--" + encodePunycode(text) !== lower) return undefined;
    return isUnicodeLabel(text) ? { text, length: label.length } : undefined;
  }
  if (/^(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label)) {
    return { text: label, length: label.length };
  }
  const length = label.length > 126 || !isUnicodeLabel(label) ? 64 : 4 + encodePunycode(label).length;
  return length > 63 ? undefined : { text: label, length };
}`,
  },
  isUnicodeLabel: {
    needs: ["isVirama"],
    text: `function isUnicodeLabel(label) {
  if (/^[ -~]*$/.test(label) || label.normalize("NFC") !== label) return false;
  if (!/${patterns.unicodeLabel}/u.test(label)) return false;
  const unjoined = label.replace(/(.)([\\u200C\\u200D])/gu, (both, previous) =>
    isVirama(previous) ? previous : both,
  );
  return !/${patterns.contextFault}/u.test(unjoined);
}`,
  },
  isVirama: {
    needs: [],
    text: `function isVirama(character) {
  return (
    !/[\\u05B0\\u3099]/.test(character) &&
    ("\\u05B0" + character).normalize("NFD") === character + "\\u05B0" &&
    (character + "\\u3099").normalize("NFD") === "\\u3099" + character
  );
}`,
  },
  meetsBidiRule: {
    needs: [],
    text: `function meetsBidiRule(label) {
  return (
    /${patterns.rightToLeftLabel}/u.test(label) ||
    /${patterns.leftToRightLabel}/u.test(label)
  );
}`,
  },
};
