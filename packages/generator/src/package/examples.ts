import type { Operation } from "@truespec/openapi";
import { groupOperations } from "../client/groups.ts";
import { findBaseUrl } from "../client/server.ts";
import { nameOperations } from "../client/source.ts";
import { resolveAt } from "../follow.ts";
import { isJson } from "../media-type.ts";
import type { ContentNames, OperationNames } from "../names/names.ts";
import { quote } from "../print/literal.ts";
import { members, own } from "../types/prepare/pointer.ts";
import type { PackageSource } from "./source.ts";

/** A call and what comes of it; without an operation that can be called as it is, the client alone. */
export function clientExample(source: PackageSource): string {
  const [simple] = findSimple(source);
  const call = [
    `const result = await client.${simple?.method}();`,
    "if (result.ok) {",
    "  console.log(result.status, result.data);",
    "} else {",
    "  console.error(result.status, result.error);",
    "}",
  ];
  return fence([
    `import { createClient } from ${quote(source.options.packageName ?? "")};`,
    "",
    `const client = createClient(${connectionArgument(source)});`,
    ...(simple === undefined ? ["console.log(Object.keys(client));"] : call),
  ]);
}

/** A type at work; none where the description has no schema. */
export function typesExample(source: PackageSource): readonly string[] {
  const shown = findShown(source);
  if (shown === undefined) {
    return [];
  }
  const { options } = source;
  const path = options.emit.includes("client") ? "/types" : "";
  const line = `import type { ${shown.type} } from ${quote(`${options.packageName ?? ""}${path}`)};`;
  const code = [`export function show(value: ${shown.type}): void {`, "  console.log(value);", "}"];
  return [fence([line, "", ...code])];
}

/** A validator at work; none where the description has no schema. */
export function validatorsExample(source: PackageSource): readonly string[] {
  const shown = findShown(source);
  if (shown === undefined) {
    return [];
  }
  const { options } = source;
  const path = options.emit.length > 1 ? "/validators" : "";
  return [
    fence([
      `import { validate${shown.validator} } from ${quote(`${options.packageName ?? ""}${path}`)};`,
      "",
      `const result = validate${shown.validator}(JSON.parse("{}"));`,
      "if (!result.valid) {",
      "  console.error(result.errors);",
      "}",
    ]),
  ];
}

/** An answer of this client, validated by another package. */
export function foreignValidatorsExample(
  source: PackageSource,
  validatorsFrom: string,
): readonly string[] {
  const [answer] = findSimple(source).flatMap(findJsonAnswer);
  if (answer === undefined) {
    return [];
  }
  const { method, status, mediaType, validator } = answer;
  return [
    fence([
      `import { createClient } from ${quote(source.options.packageName ?? "")};`,
      `import { validate${validator} } from ${quote(validatorsFrom)};`,
      "",
      `const result = await createClient(${connectionArgument(source)}).${method}();`,
      `if (result.status === ${status} && result.mediaType === ${quote(mediaType)}) {`,
      `  const checked = validate${validator}(result.data);`,
      "  console.log(checked.valid ? checked.value : checked.errors);",
      "}",
    ]),
  ];
}

/** The component schema that shows most, or else the first JSON answer. */
function findShown(source: PackageSource): ContentNames | undefined {
  const schema = findRichest(source);
  if (schema !== undefined) return { type: schema, validator: schema };
  const { description, names } = source;
  const answers = description.operations.flatMap((operation) =>
    operation.responses.flatMap(({ status, content }) => {
      const contents = names.operations.get(operation)?.responses.get(status);
      const media = content.find((one) => isJson(one.mediaType) && one.schemaPointer !== undefined);
      return media === undefined ? [] : [contents?.get(media.mediaType)];
    }),
  );
  return answers[0];
}

/** The component schema with the most properties: what an API is about, as a rule. */
function findRichest({ description, names }: PackageSource): string | undefined {
  const sizes = description.schemas.map(({ name, pointer }) => ({
    name: names.schemas.get(name),
    size: members(own(resolveAt(description.document, pointer), "properties")).length,
  }));
  sizes.sort((left, right) => right.size - left.size);
  return sizes[0]?.name;
}

interface SimpleOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
  /** Of the client: `models.getModels`. */
  readonly method: string;
}

/** The operations that can be called without an argument. */
function findSimple({ description, names }: PackageSource): readonly SimpleOperation[] {
  const groups = groupOperations(nameOperations({ description, names }));
  return groups.flatMap((group) =>
    group.methods.flatMap(({ name, named }) => {
      const { required, body } = named;
      const isSimple = required.length === 0 && body?.required !== true;
      return isSimple ? [{ ...named, method: `${group.name}.${name}` }] : [];
    }),
  );
}

interface JsonAnswer {
  readonly method: string;
  readonly status: string;
  readonly mediaType: string;
  readonly validator: ContentNames["validator"];
}

function findJsonAnswer({ operation, names, method }: SimpleOperation): readonly JsonAnswer[] {
  return operation.responses
    .filter((response) => /^2\d\d$/.test(response.status))
    .flatMap(({ status, content }) =>
      content.flatMap(({ mediaType }) => {
        const found = names.responses.get(status)?.get(mediaType);
        return found !== undefined && isJson(mediaType)
          ? [{ method, status, mediaType, validator: found.validator }]
          : [];
      }),
    );
}

function connectionArgument({ description }: PackageSource): string {
  const isKnown = findBaseUrl(description.servers, description.source) !== undefined;
  return isKnown ? "" : '{ baseUrl: "https://api.example.com" }';
}

function fence(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}
