const longestPattern = 200;
const longestText = 200;

/**
 * Whether a text matches a pattern; undefined where the pattern is not run. A pattern out of a
 * description may be made to run for ever, so only short ones without groups and with at most two
 * open repetitions are.
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  if (!isTame(pattern) || text.length > longestText) return undefined;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return undefined;
  }
}

function isTame(pattern: string): boolean {
  if (pattern.length > longestPattern || /[()]/.test(pattern)) return false;
  return (pattern.match(/[*+}]/g) ?? []).length <= 2;
}
