/**
 * The JSONPath of a node below another: names in brackets and single quotes, so that any name can
 * stand there; numbers are indexes of arrays.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.1
 */
export function appendToPath(path: string, ...keys: readonly (string | number)[]): string {
  const segments = keys.map((key) => (typeof key === "number" ? `[${key}]` : `[${quote(key)}]`));
  return path + segments.join("");
}

function quote(name: string): string {
  const escaped = name
    .replace(/['\\]/g, "\\$&")
    .replace(/\p{Cc}/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `'${escaped}'`;
}
