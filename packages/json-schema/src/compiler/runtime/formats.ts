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
  | "meetsBidiRule"
  | "decodePunycode"
  | "encodePunycode"
  | "encodeNumber"
  | "thresholdOf"
  | "adaptBias";

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
  decodePunycode: {
    needs: ["thresholdOf", "adaptBias"],
    text: `function decodePunycode(encoded) {
  const basicEnd = encoded.lastIndexOf("-");
  const points = Array.from(encoded.slice(0, Math.max(basicEnd, 0)), (one) => one.codePointAt(0));
  let [point, position, bias, index] = [128, 0, 72, basicEnd + 1];
  while (index < encoded.length) {
    const start = position;
    for (let [weight, step] = [1, 36]; ; step += 36) {
      if (index >= encoded.length) return undefined;
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(encoded.charAt(index));
      if (digit < 0) return undefined;
      index += 1;
      position += digit * weight;
      const threshold = thresholdOf(step, bias);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    bias = adaptBias(position - start, count, start === 0);
    point += Math.floor(position / count);
    if (point > 0x10ffff) return undefined;
    position %= count;
    points.splice(position, 0, point);
    position += 1;
  }
  return String.fromCodePoint(...points);
}`,
  },
  encodePunycode: {
    needs: ["encodeNumber", "adaptBias"],
    text: `function encodePunycode(text) {
  const points = Array.from(text, (one) => one.codePointAt(0));
  const basic = points.filter((point) => point < 128);
  let encoded = basic.length > 0 ? String.fromCodePoint(...basic) + "-" : "";
  let [current, delta, bias, done] = [128, 0, 72, basic.length];
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= current));
    delta += (least - current) * (done + 1);
    current = least;
    for (const point of points) {
      if (point < current) delta += 1;
      if (point !== current) continue;
      encoded += encodeNumber(delta, bias);
      bias = adaptBias(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    current += 1;
  }
  return encoded;
}`,
  },
  encodeNumber: {
    needs: ["thresholdOf"],
    text: `function encodeNumber(number, bias) {
  let encoded = "";
  let rest = number;
  for (let step = 36; ; step += 36) {
    const threshold = thresholdOf(step, bias);
    const digit = rest < threshold ? rest : threshold + ((rest - threshold) % (36 - threshold));
    encoded += "abcdefghijklmnopqrstuvwxyz0123456789".charAt(digit);
    if (rest < threshold) return encoded;
    rest = Math.floor((rest - threshold) / (36 - threshold));
  }
}`,
  },
  thresholdOf: {
    needs: [],
    text: `function thresholdOf(step, bias) {
  return Math.min(Math.max(step - bias, 1), 26);
}`,
  },
  adaptBias: {
    needs: [],
    text: `function adaptBias(delta, count, isFirst) {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}`,
  },
};
