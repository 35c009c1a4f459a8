import type { Description, Operation } from "@truespec/openapi";
import type { Names } from "../names/names.ts";
import { keyParameters } from "../names/parameters.ts";
import type { Emit, GeneratedFile, GenerateOptions } from "../options.ts";
import { generatedMark } from "../print/banner.ts";
import { proseLines } from "../print/comment.ts";
import { quote } from "../print/literal.ts";

/** What a README is made from. */
export interface ReadmeSource {
  readonly description: Description;
  readonly names: Names;
  readonly options: GenerateOptions;
}

/** `README.md` of a package: what it is, how to install it, one example for each thing it holds. */
export function printReadme(source: ReadmeSource): GeneratedFile {
  const { options } = source;
  const name = options.packageName ?? "";
  const title = proseLines(source.description.title).join(" ");
  const origin = proseLines(`from ${options.source}. Do not edit: run \`${options.command}\`.`);
  const parts = [
    `<!-- ${generatedMark} ${origin.join(" ").replaceAll("--", "- -")} -->`,
    `# ${name}`,
    `${introduce(options.emit)} of ${plain(title) || "an API"}.`,
    `\`\`\`sh\nnpm install ${name}\n\`\`\``,
    ...options.emit.flatMap((emit) => findExample(emit, source)),
  ];
  return { path: "README.md", text: `${parts.join("\n\n")}\n` };
}

const kinds: { readonly [emit in Emit]: string } = {
  types: "types",
  client: "a client",
  validators: "validators",
};

function introduce(emit: readonly Emit[]): string {
  const list = emit.map((one) => kinds[one]).join(" and ");
  return list.charAt(0).toUpperCase() + list.slice(1);
}

/** Titles are written by strangers; none of their characters is Markdown or HTML here. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&");
}

function findExample(emit: Emit, source: ReadmeSource): readonly string[] {
  switch (emit) {
    case "client":
      return clientExample(source);
    case "types":
      return typesExample(source);
    case "validators":
      return validatorsExample(source);
  }
}

function clientExample({ description, names, options }: ReadmeSource): readonly string[] {
  const operation = description.operations.find(isSimple) ?? description.operations[0];
  const call = operation && names.operations.get(operation.pointer)?.call;
  if (operation === undefined || call === undefined) {
    return [];
  }
  const lines = [
    `import { createClient } from ${quote(options.packageName ?? "")};`,
    "",
    "const client = createClient();",
    `const result = await client.${call}(${isSimple(operation) ? "" : "/* parameters */"});`,
    "if (result.ok) {",
    "  console.log(result.data);",
    "} else {",
    "  console.error(result.status, result.error);",
    "}",
  ];
  return ["## Client", fence(lines)];
}

/** Callable without an argument, and an answer worth printing. */
function isSimple(operation: Operation): boolean {
  const optional = keyParameters(operation).every(
    ({ parameter }) => !parameter.required && parameter.in !== "path",
  );
  return optional && operation.requestBody?.required !== true;
}

function typesExample({ names, options }: ReadmeSource): readonly string[] {
  const [schema] = [...names.schemas.values()];
  if (schema === undefined) {
    return [];
  }
  const path = options.emit.includes("client") ? "/types" : "";
  const line = `import type { ${schema} } from ${quote(`${options.packageName ?? ""}${path}`)};`;
  return ["## Types", fence([line, "", `export type Mine = ${schema};`])];
}

function validatorsExample({ names, options }: ReadmeSource): readonly string[] {
  const [schema] = [...names.schemas.values()];
  if (schema === undefined) {
    return [];
  }
  const path = options.emit.length > 1 ? "/validators" : "";
  const lines = [
    `import { validate${schema} } from ${quote(`${options.packageName ?? ""}${path}`)};`,
    "",
    `const result = validate${schema}(JSON.parse("{}"));`,
    "if (!result.valid) {",
    "  console.error(result.errors);",
    "}",
  ];
  return ["## Validators", fence(lines)];
}

function fence(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}
