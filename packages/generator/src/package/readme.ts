import type { Emit, GeneratedFile } from "../options.ts";
import { generatedMark } from "../print/banner.ts";
import { proseLines } from "../print/comment.ts";
import {
  clientExample,
  foreignValidatorsExample,
  typesExample,
  validatorsExample,
} from "./examples.ts";
import type { PackageSource } from "./source.ts";

/** `README.md` of a package: what it is, how to install it, one example for each thing it holds. */
export function printReadme(source: PackageSource): GeneratedFile {
  const { options } = source;
  const name = options.packageName ?? "";
  const title = proseLines(source.description.title).join(" ");
  const origin = proseLines(`from ${options.source}. Do not edit: run \`${options.command}\`.`);
  const parts = [
    `<!-- ${generatedMark} ${keepInComment(origin.join(" "))} -->`,
    `# ${name}`,
    `${introduce(options.emit)} of ${plain(title) || "an API"}.`,
    `\`\`\`sh\nnpm install ${name}\n\`\`\``,
    ...options.emit.flatMap((emit) => printSection(emit, source)),
  ];
  return { path: "README.md", text: `${parts.join("\n\n")}\n` };
}

/** What would end the comment of HTML does not; `--out` stays as it is to be typed. */
function keepInComment(text: string): string {
  return text.replace(/--(?=!?>)/g, "- -");
}

const kinds: { readonly [emit in Emit]: string } = {
  types: "types",
  client: "a client",
  validators: "validators",
};

/** `Types, a client and validators`. */
function introduce(emit: readonly Emit[]): string {
  const words = emit.map((one) => kinds[one]);
  const last = words.at(-1) ?? "";
  const list = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
  return list.charAt(0).toUpperCase() + list.slice(1);
}

/** Titles are written by strangers; none of their characters is Markdown or HTML here. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&-]/g, "\\$&");
}

function printSection(emit: Emit, source: PackageSource): readonly string[] {
  switch (emit) {
    case "client":
      return ["## Client", clientExample(source), ...printForeignValidators(source)];
    case "types":
      return underTitle("## Types", typesExample(source));
    case "validators":
      return underTitle("## Validators", validatorsExample(source));
  }
}

/** No title stands over nothing. */
function underTitle(title: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [title, ...parts];
}

/** Answers are typed as described and not validated: who wants that takes the validators. */
function printForeignValidators(source: PackageSource): readonly string[] {
  const { validatorsFrom, emit } = source.options;
  if (validatorsFrom === undefined || emit.includes("validators")) {
    return [];
  }
  return [
    "## Validation",
    `The client does not validate what it receives; the validators of \`${validatorsFrom}\` do.`,
    ...foreignValidatorsExample(source, validatorsFrom),
  ];
}
