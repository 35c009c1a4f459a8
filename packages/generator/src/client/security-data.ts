import type { Description, Operation, Parameter, SecurityScheme } from "@truespec/openapi";
import { type Code, data } from "./code.ts";

/** An alternative is written out in so many ways at most. */
const mostWays = 16;

/**
 * The alternatives of an operation, each the schemes whose credentials are sent together. What asks for
 * none is left out, for then nothing is sent: `{}`, a client certificate, a scheme that nobody describes.
 *
 * Schemes that are asked for together and write the same header, query parameter or cookie, such as two
 * ways to a bearer token, are alternatives: a request has room for one.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function securityData(
  { securitySchemes }: Pick<Description, "securitySchemes">,
  { security }: Operation,
): Code | undefined {
  const ways = security.flatMap((alternative) => {
    const schemes = alternative.flatMap(({ scheme }) =>
      securitySchemes.filter(({ name }) => name === scheme),
    );
    return partRivals(schemes);
  });
  const distinct = new Map(ways.map((names) => [JSON.stringify(names), names]));
  return distinct.size > 0 ? data([...distinct.values()]) : undefined;
}

/** Every choice of one scheme for each place. */
function partRivals(schemes: readonly SecurityScheme[]): readonly (readonly string[])[] {
  const rivals = new Map<string, string[]>();
  for (const scheme of schemes) {
    const place = placeOf(scheme);
    if (place !== undefined) rivals.set(place, [...(rivals.get(place) ?? []), scheme.name]);
  }
  let ways: readonly (readonly string[])[] = rivals.size > 0 ? [[]] : [];
  for (const names of rivals.values()) {
    const room = Math.max(1, Math.floor(mostWays / ways.length));
    ways = ways.flatMap((way) => names.slice(0, room).map((name) => [...way, name]));
  }
  return ways;
}

/** Whether a parameter is what a credential of the operation is written as too, and gives way to. */
export function isCredential(
  { securitySchemes }: Pick<Description, "securitySchemes">,
  { security }: Operation,
  { in: place, name }: Parameter,
): boolean {
  const asked = security.flat().map(({ scheme }) => scheme);
  const own = printPlace(place, name);
  return securitySchemes.some((scheme) => asked.includes(scheme.name) && placeOf(scheme) === own);
}

/** Where the credential of a scheme is written; undefined where none travels in the request. */
function placeOf(scheme: SecurityScheme): string | undefined {
  switch (scheme.kind) {
    case "http":
    case "oauth2":
    case "openIdConnect":
      return "header authorization";
    case "apiKey":
      return printPlace(scheme.in, scheme.parameter);
    case "mutualTLS":
    case "unknown":
      return undefined;
  }
}

function printPlace(place: Parameter["in"], name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
