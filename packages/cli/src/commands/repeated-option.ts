/** Reads an option that may be written several times: `--overlay a --overlay b`. */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
