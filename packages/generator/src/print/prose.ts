import { findMember, type JsonValue } from "@truespec/json-schema/json";
import { printComment, proseLines } from "./comment.ts";

/** The longest example that a comment holds, in characters. */
const longestExample = 400;

/** What a description says of something that is generated. */
export interface Prose {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly deprecated?: boolean;
  readonly examples?: readonly JsonValue[];
}

/** What a tag or a schema says of itself, as far as it is text. */
export function readProse(node: JsonValue | undefined): Prose {
  const text = (key: string) => {
    const value = findMember(node, key);
    return typeof value === "string" ? value : undefined;
  };
  return {
    summary: text("summary"),
    description: text("description"),
    deprecated: findMember(node, "deprecated") === true,
  };
}

/** The lines of a comment: summary, description, `@deprecated`, `@example`. */
export function describe(prose: Prose): readonly string[] {
  const parts = [prose.summary, prose.description]
    .filter((part) => part !== undefined && part.trim() !== "")
    .map((part) => proseLines(part ?? ""));
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  const tags = [...(prose.deprecated ? ["@deprecated"] : []), ...exampleTags(prose.examples ?? [])];
  return [...lines, ...tags];
}

/** An operation's label as code in a comment: `` `GET /models/{id}` ``. */
export function printLabel({ label }: { readonly label: string }): string {
  const text = label.replaceAll("*/", "*\\/").replace(/[`\r\n\u2028\u2029]/g, " ");
  return `\`${text}\``;
}

/** The comment of `prose`, ready to stand before a declaration; empty when there is nothing to say. */
export function printProse(prose: Prose, indent = ""): string {
  return printComment(describe(prose), indent);
}

function exampleTags(examples: readonly JsonValue[]): readonly string[] {
  const [first] = examples;
  if (first === undefined) {
    return [];
  }
  const [text = "", ...more] = proseLines(JSON.stringify(first));
  return text.length > longestExample || more.length > 0 ? [] : [`@example ${text}`];
}
