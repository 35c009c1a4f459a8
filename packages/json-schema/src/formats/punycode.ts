/**
 * Punycode, RFC 3492, for the labels of host names. Both ways cost the square of the length, so
 * callers bound it.
 */

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The text that lower-case Punycode stands for; undefined where it stands for none. */
export function decodePunycode(encoded: string): string | undefined {
  const basicEnd = encoded.lastIndexOf("-");
  const points = Array.from(encoded.slice(0, Math.max(basicEnd, 0)), firstPoint);
  let [point, position, bias, index] = [128, 0, 72, basicEnd + 1];
  while (index < encoded.length) {
    const start = position;
    for (let [weight, step] = [1, 36]; ; step += 36) {
      const digit = index < encoded.length ? digits.indexOf(encoded.charAt(index)) : -1;
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
}

/** The Punycode of a text, without prefix. */
export function encodePunycode(text: string): string {
  const points = Array.from(text, firstPoint);
  const basic = points.filter((point) => point < 128);
  let encoded = basic.length > 0 ? `${String.fromCodePoint(...basic)}-` : "";
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
}

function encodeNumber(number: number, bias: number): string {
  let encoded = "";
  let rest = number;
  for (let step = 36; ; step += 36) {
    const threshold = thresholdOf(step, bias);
    if (rest < threshold) return encoded + digits.charAt(rest);
    encoded += digits.charAt(threshold + ((rest - threshold) % (36 - threshold)));
    rest = Math.floor((rest - threshold) / (36 - threshold));
  }
}

function firstPoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function thresholdOf(step: number, bias: number): number {
  return Math.min(Math.max(step - bias, 1), 26);
}

/** RFC 3492 section 6.1. */
function adaptBias(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
