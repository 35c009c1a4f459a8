import { addCookie, type Draft } from "./draft.ts";
import { isRecord, presentEntries, presentItems, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import type { StyledParameter } from "./parameter.ts";

/**
 * A cookie in the style `cookie` of OpenAPI 3.2: nothing is encoded, so what would end the cookie or the
 * header is refused.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#style-values
 */
export function plainCookie(
  { name, explode = true }: StyledParameter,
  value: unknown,
  draft: Draft,
): void {
  for (const [key, text] of pairsOf(name, value, explode)) {
    const pair = `${key}=${text}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no header may hold them
    if (/[\u0000-\u001F;\u007F]/.test(pair)) {
      throw new InvalidInput(`the cookie "${name}" holds a semicolon or a control character`);
    }
    addCookie(draft, pair);
  }
}

function pairsOf(
  name: string,
  value: unknown,
  explode: boolean,
): readonly (readonly [string, string])[] {
  const members = isRecord(value) ? presentEntries(value) : undefined;
  const items = Array.isArray(value) ? presentItems(value) : undefined;
  if (explode) {
    const pairs = members ?? (items ?? [value]).map((item) => [name, item] as const);
    return pairs.map(([key, item]) => [key, textOfScalar(item)]);
  }
  const texts = (members?.flat() ?? items ?? [value]).map(textOfScalar);
  return texts.length === 0 ? [] : [[name, texts.join(",")]];
}
