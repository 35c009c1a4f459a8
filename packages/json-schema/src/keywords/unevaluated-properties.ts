import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { isObject, memberNames } from "../instance.ts";
import { collectReaches, coversProperty } from "../interpreter/cover.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { descend, reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter, location } = site;
  return (instance, at) => {
    if (!isObject(instance)) return true;
    const reaches = collectReaches(interpreter, site.node, instance, (branch) =>
      interpreter.meets(branch, instance, at),
    );
    let isValid = true;
    for (const name of memberNames(instance)) {
      if (coversProperty(reaches, name)) continue;
      const isMet =
        node.schema === false
          ? reportError(at, "unevaluatedProperties", location, { property: name })
          : interpreter.evaluate(node, instance[name], descend(at, name));
      isValid = isValid && isMet;
    }
    return isValid;
  };
}

/** `unevaluatedProperties`, Core section 11.3; where it is `false`, one error per property. */
export const unevaluatedProperties: Keyword = {
  name: "unevaluatedProperties",
  vocabulary: "unevaluated",
  target: "object",
  expects: "a schema",
  accepts: isSchema,
  interpret(site) {
    return site.value === true
      ? undefined
      : interpret(site, site.findSubschema("unevaluatedProperties"));
  },
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("unevaluatedProperties");
    const covers = writer.cover();
    writer.eachMember((name, member) => {
      const condition = `!(${covers.property(name)})`;
      if (site.value === false) {
        writer.failIf(site, { condition, params: `{ property: ${name} }` });
      } else {
        writer.when(condition, () => writer.apply(node, member, { kind: "key", variable: name }));
      }
    });
  },
};
