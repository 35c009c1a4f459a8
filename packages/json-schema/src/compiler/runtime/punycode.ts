import type { RuntimeSource } from "./source.ts";

/** How generated code reads and writes the labels of internationalized host names: functions of `punycode.ts`. */
export type PunycodeFunction =
  | "decodePunycode"
  | "encodePunycode"
  | "encodeNumber"
  | "thresholdOf"
  | "adaptBias";

/** Their sources; `formats.test.ts` holds each against the function that it mirrors. */
export const punycodeSources: Readonly<Record<PunycodeFunction, RuntimeSource>> = {
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
