import { namesInQuery, namesOf, parseTemplate } from "../match/path-template.ts";
import type { Parameter } from "../model/model.ts";

/**
 * Parameters as requests carry them: a path parameter that the path names only in a query of its own,
 * as in `/search?q={query}`, is a query parameter, called `q`, though OpenAPI knows no query in a path. One
 * that is described as such already stays the only one.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating
 */
export function moveToQuery(parameters: readonly Parameter[], path: string): readonly Parameter[] {
  if (!path.includes("?")) return parameters;
  const named = new Set(namesOf(parseTemplate(path)));
  const queried = new Set(namesInQuery(path).filter((name) => !named.has(name)));
  const known = new Set(
    parameters.flatMap(({ in: place, name }) => (place === "query" ? name : [])),
  );
  return parameters.flatMap((parameter): Parameter[] => {
    if (parameter.in !== "path" || !queried.has(parameter.name)) return [parameter];
    const name = keyOf(path, parameter.name);
    return known.has(name) || known.has(parameter.name)
      ? []
      : [{ ...parameter, name, in: "query", style: "form", explode: true }];
  });
}

/** What a query of the path calls the value that its template names: `q` of `?q={query}`. */
function keyOf(path: string, name: string): string {
  const pairs = path.split(/[?&#]/).map((pair) => pair.split("=", 2));
  const [key = ""] = pairs.find(([, value]) => value === `{${name}}`) ?? [];
  return key === "" ? name : key;
}
