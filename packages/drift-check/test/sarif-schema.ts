const text = { type: "object", required: ["text"], properties: { text: { type: "string" } } };
const object = (
  properties: { readonly [name: string]: unknown },
  required: readonly string[] = [],
): object => ({ type: "object", properties, required, additionalProperties: false });
const list = (items: unknown): object => ({ type: "array", items });
const level = { enum: ["none", "note", "warning", "error"] };
const message = { ...text, additionalProperties: false };
const from1 = { type: "integer", minimum: 1 };

const result = object(
  {
    ruleId: { type: "string" },
    ruleIndex: { type: "integer", minimum: -1 },
    kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
    level,
    message,
    locations: list(
      object({
        physicalLocation: object(
          {
            artifactLocation: object({ uri: { type: "string", format: "uri-reference" } }),
            region: object({ startLine: from1, startColumn: from1 }),
          },
          ["artifactLocation"],
        ),
        logicalLocations: list(
          object({ fullyQualifiedName: { type: "string" }, kind: { type: "string" } }),
        ),
      }),
    ),
    partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
    suppressions: list(
      object(
        {
          kind: { enum: ["inSource", "external"] },
          status: { enum: ["accepted", "underReview", "rejected"] },
          justification: { type: "string" },
        },
        ["kind"],
      ),
    ),
    occurrenceCount: from1,
    properties: { type: "object" },
  },
  ["message"],
);

/** The part of the JSON Schema of SARIF 2.1.0 (OASIS) that describes what we write, and nothing beside it. */
export const sarifSchema: object = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: list(
      object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: { type: "string" },
                  version: { type: "string" },
                  rules: {
                    ...list(object({ id: { type: "string" }, shortDescription: message }, ["id"])),
                    uniqueItems: true,
                  },
                },
                ["name"],
              ),
            },
            ["driver"],
          ),
          automationDetails: object({ id: { type: "string" } }),
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: list(
            object(
              {
                executionSuccessful: { type: "boolean" },
                toolExecutionNotifications: list(object({ level, message }, ["message"])),
              },
              ["executionSuccessful"],
            ),
          ),
          results: list(result),
        },
        ["tool"],
      ),
    ),
  },
  ["version", "runs"],
);
