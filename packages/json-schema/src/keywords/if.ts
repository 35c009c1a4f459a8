import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Branches {
  readonly condition: SchemaNode;
  readonly met: SchemaNode | undefined;
  readonly unmet: SchemaNode | undefined;
}

function readBranches(site: Site): Branches {
  const branch = (name: string) =>
    isSchema(site.schema[name]) ? site.findSubschema(name) : undefined;
  return { condition: site.findSubschema("if"), met: branch("then"), unmet: branch("else") };
}

const checkIf: Check = {
  name: "checkIf",
  needs: ["meets", "run"],
  text: `function checkIf([is, met, unmet], value, place) {
  const isMet = is(value, place.depth, place.memory);
  const schema = isMet ? met : unmet;
  if (!meets(schema, value, place)) run(schema, value, place.at + (isMet ? "/then" : "/else"), place.path, place);
}`,
};

/** `if` with its `then` and `else`, Core section 10.2.2. */
export const ifThenElse: Keyword = {
  name: "if",
  vocabulary: "applicator",
  target: "any",
  expects: "a schema",
  accepts: isSchema,
  interpret(site) {
    const branches = readBranches(site);
    const isIdle = branches.met === undefined && branches.unmet === undefined;
    return (instance, at) => {
      // Alone it can only annotate.
      if (isIdle && at.trace === undefined) return true;
      const isMet = site.interpreter.meets(branches.condition, instance, at);
      const branch = isMet ? branches.met : branches.unmet;
      return branch === undefined || site.interpreter.evaluate(branch, instance, at);
    };
  },
  applyInPlace: (site) => ({ kind: "if", ...readBranches(site) }),
  compile(site, writer) {
    const { condition, met, unmet } = readBranches(site);
    if (met === undefined && unmet === undefined) return;
    const isMet = writer.local("met", writer.holds(condition, writer.value));
    if (met !== undefined) writer.when(isMet, () => writer.apply(met));
    if (unmet !== undefined) writer.when(`!${isMet}`, () => writer.apply(unmet));
  },
  tabulate(site, table) {
    const { condition, met, unmet } = readBranches(site);
    if (met === undefined && unmet === undefined) return;
    const branches = [met, unmet].map((node) => (node ? table.schema(node) : "[]"));
    table.add(checkIf, `[${table.question(condition)}, ${branches.join(", ")}]`);
  },
};

/** Makes `then` and `else` known, so that what is no schema there becomes a diagnostic. */
function defineBranch(name: string): Keyword {
  return {
    ...{ name, vocabulary: "applicator", target: "any", expects: "a schema" },
    accepts: isSchema,
  };
}

/** `then`, Core section 10.2.2.2: read by `if`. */
export const thenBranch: Keyword = defineBranch("then");

/** `else`, Core section 10.2.2.3: read by `if`. */
export const elseBranch: Keyword = defineBranch("else");
