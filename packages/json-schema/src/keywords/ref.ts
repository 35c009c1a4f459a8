import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { maxReferences, TooDeep } from "../interpreter/depth.ts";
import type { Keyword, Site } from "./keyword.ts";

type FindTarget = (site: Site) => SchemaNode | undefined;

/** Makes a keyword that applies the schema that it refers to. */
export function defineReference(name: string, findTarget: FindTarget): Keyword {
  const findOrReport: FindTarget = (site) => {
    const target = findTarget(site);
    if (target === undefined) {
      site.reportFault(
        `\`${name}\` leads nowhere: there is no schema at ${JSON.stringify(site.value)}. Correct it, or add the schema.`,
      );
    }
    return target;
  };
  return {
    name,
    vocabulary: "core",
    target: "any",
    expects: "a URI reference",
    accepts: (value) => typeof value === "string",
    interpret(site) {
      const target = findOrReport(site);
      if (target === undefined) return undefined;
      return (instance, at) => {
        const references = at.references + 1;
        if (references > maxReferences) throw new TooDeep();
        return site.interpreter.evaluate(target, instance, { ...at, references });
      };
    },
    applyInPlace(site) {
      const target = findTarget(site);
      return target && { kind: "all", nodes: [target] };
    },
    compile(site, writer) {
      const target = findOrReport(site);
      if (target !== undefined && writer.refer(target)) return;
      if (target !== undefined) {
        site.reportFault("Dynamic scopes make too many schemas of this one; values are refused.");
      }
      writer.refuse(site, { reference: site.value });
    },
    tabulate(site, table) {
      const target = findTarget(site);
      if (target?.schema === true) return;
      if (target !== undefined && table.refer(target)) return;
      table.mayReport(name);
      const params = { reference: site.value };
      table.add(checkRefusal, table.module.literal([name, site.location, params]));
    },
  };
}

const checkRefusal: Check = {
  name: "checkRefusal",
  needs: ["refuse"],
  text: `function checkRefusal(error) {
  refuse(...error);
}`,
};

/** `$ref`, Core section 8.2.3.1. */
export const ref: Keyword = defineReference("$ref", ({ node, value, interpreter }) =>
  typeof value === "string" ? interpreter.document.findReferenced(node, value) : undefined,
);
