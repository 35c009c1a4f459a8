import { defineType } from "./define-type.ts";
import type { NodeKind, ObjectType } from "./node-type.ts";
import { schemaType } from "./schema.ts";
import { swaggerTypes } from "./swagger.ts";

const operation = "operation";

/** A path that lacks its slash is one all the same; see `readPath`. */
const pathNames = /^(?!x-|\$ref$)/;

/**
 * Which fields each object of a description has, and what stands in them: OpenAPI 3.0, 3.1 and 3.2
 * together.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#schema-appendix
 */
export const grammar: { readonly [K in NodeKind]: ObjectType } = {
  schema: schemaType,
  ...swaggerTypes,
  description: defineType("an OpenAPI Object", {
    fields: {
      "openapi!": ".version",
      $self: ".string",
      "info!": "info",
      jsonSchemaDialect: ".string",
      servers: "server[]",
      paths: "paths",
      webhooks: "{pathItem}",
      components: "components",
      security: ".list",
      tags: "tag[]",
      externalDocs: "externalDocs",
    },
  }),
  info: defineType("an Info Object", {
    fields: {
      "title!": ".text",
      summary: ".text",
      description: ".text",
      termsOfService: ".string",
      contact: "contact",
      license: "license",
      "version!": ".version",
    },
  }),
  contact: defineType("a Contact Object", {
    fields: { name: ".string", url: ".string", email: ".string" },
  }),
  license: defineType("a License Object", {
    fields: { "name!": ".string", identifier: ".string", url: ".string" },
  }),
  server: defineType("a Server Object", {
    fields: {
      "url!": ".string",
      name: ".string",
      description: ".text",
      variables: "{serverVariable}",
    },
  }),
  serverVariable: defineType("a Server Variable Object", {
    fields: { enum: ".strings", "default!": ".text", description: ".text" },
  }),
  tag: defineType("a Tag Object", {
    fields: {
      "name!": ".text",
      summary: ".text",
      description: ".text",
      externalDocs: "externalDocs",
      parent: ".string",
      kind: ".string",
    },
  }),
  externalDocs: defineType("an External Documentation Object", {
    fields: { description: ".text", "url!": ".string" },
  }),
  components: defineType("a Components Object", {
    fields: {
      schemas: "{schema}",
      responses: "{response}",
      parameters: "{parameter}",
      examples: "{example}",
      requestBodies: "{requestBody}",
      headers: "{header}",
      securitySchemes: "{securityScheme}",
      links: "{link}",
      callbacks: "{callback}",
      pathItems: "{pathItem}",
      mediaTypes: "{mediaType}",
    },
  }),
  paths: defineType("a Paths Object", {
    fields: {},
    patterned: { type: "pathItem", names: pathNames },
  }),
  pathItem: defineType("a Path Item Object", {
    fields: {
      $ref: ".string",
      summary: ".text",
      description: ".text",
      get: operation,
      put: operation,
      post: operation,
      delete: operation,
      options: operation,
      head: operation,
      patch: operation,
      trace: operation,
      query: operation,
      additionalOperations: "{operation}",
      servers: "server[]",
      parameters: "parameter[]",
    },
    section: "pathItems",
  }),
  operation: defineType("an Operation Object", {
    fields: {
      tags: ".strings",
      summary: ".text",
      description: ".text",
      externalDocs: "externalDocs",
      operationId: ".text",
      parameters: "parameter[]",
      requestBody: "requestBody",
      responses: "responses",
      callbacks: "{callback}",
      deprecated: ".boolean",
      security: ".list",
      servers: "server[]",
    },
  }),
  parameter: defineType("a Parameter Object", {
    fields: {
      "name!": ".text",
      "in!": ".string",
      description: ".text",
      required: ".boolean",
      deprecated: ".boolean",
      allowEmptyValue: ".boolean",
      style: ".string",
      explode: ".boolean",
      allowReserved: ".boolean",
      schema: "schema",
      content: "{mediaType}",
      example: ".any",
      examples: "{example}",
    },
    section: "parameters",
  }),
  requestBody: defineType("a Request Body Object", {
    fields: { description: ".text", "content!": "{mediaType}", required: ".boolean" },
    section: "requestBodies",
  }),
  mediaType: defineType("a Media Type Object", {
    fields: {
      description: ".text",
      schema: "schema",
      itemSchema: "schema",
      example: ".any",
      examples: "{example}",
      encoding: "{encoding}",
      prefixEncoding: "encoding[]",
      itemEncoding: "encoding",
    },
    section: "mediaTypes",
  }),
  encoding: defineType("an Encoding Object", {
    fields: {
      contentType: ".string",
      headers: "{header}",
      style: ".string",
      explode: ".boolean",
      allowReserved: ".boolean",
      encoding: "{encoding}",
      prefixEncoding: "encoding[]",
      itemEncoding: "encoding",
    },
  }),
  responses: defineType("a Responses Object", {
    fields: { default: "response" },
    patterned: { type: "response", names: /^[1-5](?:\d\d|[Xx]{2})$/ },
  }),
  response: defineType("a Response Object", {
    fields: {
      summary: ".text",
      description: ".text",
      headers: "{header}",
      content: "{mediaType}",
      links: "{link}",
    },
    section: "responses",
  }),
  callback: defineType("a Callback Object", {
    fields: {},
    patterned: { type: "pathItem", names: pathNames },
    section: "callbacks",
  }),
  example: defineType("an Example Object", {
    fields: {
      summary: ".text",
      description: ".text",
      dataValue: ".any",
      serializedValue: ".string",
      value: ".any",
      externalValue: ".string",
    },
    section: "examples",
  }),
  link: defineType("a Link Object", {
    fields: {
      operationRef: ".string",
      operationId: ".text",
      parameters: ".map",
      requestBody: ".any",
      description: ".text",
      server: "server",
    },
    section: "links",
  }),
  header: defineType("a Header Object", {
    fields: {
      description: ".text",
      required: ".boolean",
      deprecated: ".boolean",
      allowEmptyValue: ".boolean",
      style: ".string",
      explode: ".boolean",
      schema: "schema",
      content: "{mediaType}",
      example: ".any",
      examples: "{example}",
    },
    section: "headers",
  }),
  securityScheme: defineType("a Security Scheme Object", {
    fields: {
      "type!": ".string",
      description: ".text",
      name: ".string",
      in: ".string",
      scheme: ".string",
      bearerFormat: ".string",
      flows: "flows",
      openIdConnectUrl: ".string",
      oauth2MetadataUrl: ".string",
      deprecated: ".boolean",
    },
    section: "securitySchemes",
  }),
  flows: defineType("an OAuth Flows Object", {
    fields: {
      implicit: "flow",
      password: "flow",
      clientCredentials: "flow",
      authorizationCode: "flow",
      deviceAuthorization: "flow",
    },
  }),
  flow: defineType("an OAuth Flow Object", {
    fields: {
      authorizationUrl: ".string",
      deviceAuthorizationUrl: ".string",
      tokenUrl: ".string",
      refreshUrl: ".string",
      scopes: ".map",
    },
  }),
  discriminator: defineType("a Discriminator Object", {
    fields: { "propertyName!": ".text", mapping: ".map", defaultMapping: ".string" },
  }),
  xml: defineType("an XML Object", {
    fields: {
      nodeType: ".string",
      name: ".string",
      namespace: ".string",
      prefix: ".string",
      attribute: ".boolean",
      wrapped: ".boolean",
    },
  }),
};
