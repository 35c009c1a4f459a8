import type { NodeKind } from "../grammar/node-type.ts";

const exampleFields = [["example", "examples"]] as const;
const encodingFields = [
  ["encoding", "prefixEncoding"],
  ["encoding", "itemEncoding"],
] as const;

/**
 * Fields of one object of which the specification allows one or the other.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#example-object
 */
export const exclusions: {
  readonly [K in NodeKind]?: readonly (readonly [string, string])[];
} = {
  example: [
    ["value", "externalValue"],
    ["value", "dataValue"],
    ["value", "serializedValue"],
    ["serializedValue", "externalValue"],
  ],
  parameter: [...exampleFields, ["schema", "content"]],
  header: [...exampleFields, ["schema", "content"]],
  mediaType: [...exampleFields, ...encodingFields],
  encoding: encodingFields,
  license: [["identifier", "url"]],
  link: [["operationId", "operationRef"]],
  xml: [
    ["nodeType", "attribute"],
    ["nodeType", "wrapped"],
  ],
};
