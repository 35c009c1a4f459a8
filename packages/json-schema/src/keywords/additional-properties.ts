import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { isObject, memberNames } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { findNamed } from "../interpreter/reach.ts";
import { descend, reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter, location } = site;
  return (instance, at) => {
    if (!isObject(instance)) return true;
    const { reach } = interpreter.planOf(site.node);
    let isValid = true;
    for (const name of memberNames(instance)) {
      if (findNamed(reach, name).length > 0) continue;
      const isMet =
        node.schema === false
          ? reportError(at, "additionalProperties", location, { property: name })
          : interpreter.evaluate(node, instance[name], descend(at, name));
      if (isMet) continue;
      if (at.errors === undefined) return false;
      isValid = false;
    }
    return isValid;
  };
}

/** `additionalProperties`, Core section 10.3.2.3; where it is `false`, one error per property. */
export const additionalProperties: Keyword = {
  name: "additionalProperties",
  vocabulary: "applicator",
  target: "object",
  expects: "a schema",
  accepts: isSchema,
  interpret(site) {
    return site.value === true
      ? undefined
      : interpret(site, site.findSubschema("additionalProperties"));
  },
  inspect(site) {
    return site.value === false
      ? interpret(site, site.findSubschema("additionalProperties"))
      : undefined;
  },
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("additionalProperties");
    const { reach } = site.interpreter.planOf(site.node);
    writer.eachMember((name, member) => {
      const isNamed = writer.isNamed(reach, name);
      const params = `{ property: ${name} }`;
      if (site.value === false) writer.failIf(site, { condition: `!(${isNamed})`, params });
      else {
        writer.when(`!(${isNamed})`, () =>
          writer.apply(node, member, { kind: "key", variable: name }),
        );
      }
    });
  },
};
