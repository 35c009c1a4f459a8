import type { Draft } from "./draft.ts";

/** Where a parameter travels. */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

/**
 * A parameter, as generated code describes it. What is written otherwise than OpenAPI's default for its
 * location (`simple` in path and header, `form` in a query) names the function that writes it, so that
 * no program holds styles which its operations do not use.
 */
export type Parameter = PlainParameter | StyledParameter;

/** A parameter in OpenAPI's default style. */
export interface PlainParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** The member of the input that holds it; by default its name. */
  readonly key?: string;
}

/** What a parameter of an operation is, where its name alone stands for it. */
export function readParameter(written: Parameter | string, path: string): Parameter {
  if (typeof written !== "string") {
    return written;
  }
  return { name: written, in: path.includes(`{${written}}`) ? "path" : "query" };
}

/** A parameter that says how it is written. */
export interface StyledParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly key?: string;
  readonly write: WriteParameter;
  /** By default OpenAPI's for its location: `simple` for path and header, `form` for the others. */
  readonly style?: string;
  /** By default true for the style `form`, else false. */
  readonly explode?: boolean;
  /** Whether reserved characters stand as they are in a path, a query or a cookie, as RFC 6570 expands `{+value}`. */
  readonly allowReserved?: boolean;
  /** How the members of a query string that is a form are written, where the description says it. */
  readonly parts?: Readonly<Record<string, MemberStyle>>;
}

/** How one member of a form is written: as the query parameter of its name that a function writes. */
export interface MemberStyle {
  readonly write?: WriteParameter;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** Writes what a caller gave for a parameter into a request. Throws InvalidInput for what cannot be written. */
export type WriteParameter = (parameter: StyledParameter, value: unknown, draft: Draft) => void;
