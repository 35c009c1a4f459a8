/**
 * The regular expression of a pattern, Core section 6.4: with Unicode where it can be read so,
 * without where it cannot; undefined for what is no regular expression.
 */
export function compilePattern(source: string): RegExp | undefined {
  return tryCompile(source, "u") ?? tryCompile(source, "");
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
