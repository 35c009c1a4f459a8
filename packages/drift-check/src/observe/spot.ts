import { shownName } from "../read/secrets.ts";

/** Where a value stands in a body: a chain of steps, turned into text only when somebody asks. */
export interface Spot {
  readonly parent: Spot | undefined;
  /** The key or index of the last step; undefined at the top. */
  readonly token: string | number | undefined;
  /** Pattern of the whole place; `*` for items and map keys. */
  readonly location: string;
  readonly depth: number;
}

/** The body itself. */
export const emptySpot: Spot = { parent: undefined, token: undefined, location: "", depth: 0 };

/** The place of an item. */
export function itemOf(parent: Spot, index: number): Spot {
  return { parent, token: index, location: `${parent.location}/*`, depth: parent.depth + 1 };
}

/** The place of a property, or of a map's value when its name is only a key. */
export function propertyOf(parent: Spot, name: string, isKey: boolean): Spot {
  const location = fieldLocation(parent.location, isKey ? undefined : name);
  return { parent, token: shownName(name), location, depth: parent.depth + 1 };
}

/** The pattern of a field below a pattern; of any key when no name is given. */
export function fieldLocation(parent: string, name: string | undefined): string {
  return `${parent}/${name === undefined ? "*" : escapeToken(name)}`;
}

/** The place as a pattern: `/data/*` for any item of `data`. */
export function locationOf(spot: Spot): string {
  return spot.location;
}

/** The place as a JSON Pointer (RFC 6901): `/data/3`. */
export function pointerOf(spot: Spot): string {
  const tokens: string[] = [];
  for (let at: Spot | undefined = spot; at?.token !== undefined; at = at.parent) {
    tokens.push(`/${escapeToken(String(at.token))}`);
  }
  return tokens.reverse().join("");
}

/** A reference token escaped as RFC 6901, section 3 says. */
function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
