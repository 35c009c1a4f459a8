import { defineType } from "./define-type.ts";
import type { ObjectType, SwaggerKind } from "./node-type.ts";

const operation = "swaggerOperation";

/**
 * The objects of Swagger 2.0, as far as they differ from those of OpenAPI 3. A path item has no
 * place of its own among the components there.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#schema
 */
export const swaggerTypes: { readonly [K in SwaggerKind]: ObjectType } = {
  swagger: defineType("a Swagger Object", {
    fields: {
      "swagger!": ".text",
      "info!": "info",
      host: ".string",
      basePath: ".string",
      schemes: ".strings",
      consumes: ".strings",
      produces: ".strings",
      "paths!": "swaggerPaths",
      definitions: "{schema}",
      parameters: "{swaggerParameter}",
      responses: "{swaggerResponse}",
      securityDefinitions: ".map",
      security: ".list",
      tags: "tag[]",
      externalDocs: "externalDocs",
    },
  }),
  swaggerPaths: defineType("a Paths Object", {
    fields: {},
    patterned: { type: "swaggerPathItem", names: /^(?!x-|\$ref$)/ },
  }),
  swaggerPathItem: defineType("a Path Item Object", {
    fields: {
      $ref: ".string",
      get: operation,
      put: operation,
      post: operation,
      delete: operation,
      options: operation,
      head: operation,
      patch: operation,
      parameters: "swaggerParameter[]",
    },
  }),
  swaggerOperation: defineType("an Operation Object", {
    fields: {
      tags: ".strings",
      summary: ".text",
      description: ".text",
      externalDocs: "externalDocs",
      operationId: ".text",
      consumes: ".strings",
      produces: ".strings",
      parameters: "swaggerParameter[]",
      responses: "swaggerResponses",
      schemes: ".strings",
      deprecated: ".boolean",
      security: ".list",
    },
  }),
  swaggerParameter: defineType("a Parameter Object", {
    // Items are described like schemas there; descriptions in the wild refer to schemas in them
    fields: { "name!": ".text", "in!": ".string", schema: "schema", items: "schema" },
    section: "parameters",
  }),
  swaggerResponses: defineType("a Responses Object", {
    fields: { default: "swaggerResponse" },
    patterned: { type: "swaggerResponse", names: /^[1-5](?:\d\d|[Xx]{2})$/ },
  }),
  swaggerResponse: defineType("a Response Object", {
    fields: { description: ".text", schema: "schema", headers: ".map", examples: ".map" },
    section: "responses",
  }),
};
