/** The kinds that only Swagger 2.0 has, or has in another form. */
export type SwaggerKind =
  | "swagger"
  | "swaggerOperation"
  | "swaggerParameter"
  | "swaggerPathItem"
  | "swaggerPaths"
  | "swaggerResponse"
  | "swaggerResponses";

/** The kinds of object that a description is made of. */
export type NodeKind =
  | "callback"
  | "components"
  | "contact"
  | "description"
  | "discriminator"
  | "encoding"
  | "example"
  | "externalDocs"
  | "flow"
  | "flows"
  | "header"
  | "info"
  | "license"
  | "link"
  | "mediaType"
  | "operation"
  | "parameter"
  | "pathItem"
  | "paths"
  | "requestBody"
  | "response"
  | "responses"
  | "schema"
  | "securityScheme"
  | "server"
  | "serverVariable"
  | SwaggerKind
  | "tag"
  | "xml";

/** One object of a kind, a list of them, or a map of them by name. */
export type NodeType =
  | { readonly kind: NodeKind; readonly shape: "one" }
  | {
      readonly kind: NodeKind;
      readonly shape: "list" | "map";
      /** The type of each item or value: one object of the kind. */
      readonly item: NodeType;
    };

/** What a field holds that is no object of the grammar. */
export type PlainType =
  | "any"
  | "boolean"
  | "list"
  | "map"
  | "strings"
  | "string"
  | "text"
  | "version";

/** What the specification says of one kind of object. */
export interface ObjectType {
  /** As the specification calls it, with its article: `a Parameter Object`. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, NodeType | PlainType>;
  /** Those of the fields that hold objects of the grammar. */
  readonly parts: ReadonlyMap<string, NodeType>;
  readonly required: readonly string[];
  /** The type of fields that are named freely, and which names are free; undefined where none are. */
  readonly patterned: { readonly type: NodeType; readonly names: RegExp } | undefined;
  /** The section of `components` that shares it, so that a reference may stand in its place; undefined where none may. */
  readonly section: string | undefined;
}
