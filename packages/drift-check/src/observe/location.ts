import { escapeToken } from "@truespec/json-schema";

/** The pattern of a field below a pattern; of any item or key when no name is given. */
export function fieldLocation(parent: string, name: string | undefined): string {
  return `${parent}/${name === undefined ? "*" : escapeToken(name)}`;
}
