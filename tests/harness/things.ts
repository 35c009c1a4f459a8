/**
 * A description of one operation, `GET /things` of `https://api.example.com/v1`.
 *
 * @param schema of the JSON that it answers with 200, in YAML, from its first column on
 * @param components that the schema refers to, in YAML, from their first column on
 */
export function describeThings(schema: string, components = ""): string {
  return `openapi: 3.1.0
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /things:
    get:
      responses:
        "200":
          description: all
          content:
            application/json:
              schema:
${indent(schema, 16)}${components === "" ? "" : `components:\n  schemas:\n${indent(components, 4)}`}`;
}

function indent(text: string, columns: number): string {
  return text.trimEnd().replaceAll(/^/gm, " ".repeat(columns)).concat("\n");
}
