import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { findNamed } from "../interpreter/reach.ts";
import { descend, reportError } from "../interpreter/report.ts";
import { isJsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter, location } = site;
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
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

const checkMore: Check = {
  name: "checkMore",
  needs: ["eachMember", "meets", "run", "escapeToken"],
  text: `function checkMore([isNamed, schema], value, place) {
  eachMember(value, (name, member) => {
    if (isNamed(name) || meets(schema, member, place)) return;
    run(schema, member, place.at + "/additionalProperties", place.path + escapeToken(name), place);
  });
}`,
};

const checkNoMore: Check = {
  name: "checkNoMore",
  needs: ["eachMember", "fail"],
  text: `function checkNoMore(isNamed, value, place) {
  eachMember(value, (name) => {
    if (!isNamed(name)) fail(place, "additionalProperties", { property: name });
  });
}`,
};

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
  annotate: (site) => (instance) => {
    if (!isJsonObject(instance)) return undefined;
    const { reach } = site.interpreter.planOf(site.node);
    return memberNames(instance).filter((name) => findNamed(reach, name).length === 0);
  },
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("additionalProperties");
    const { reach } = site.interpreter.planOf(site.node);
    if (site.value === false) {
      writer.eachName((name, isThere) =>
        writer.failIf(`!(${writer.isNamed(reach, name)}) && ${isThere}`),
      );
      return;
    }
    writer.eachMember((name, member) => {
      writer.when(`!(${writer.isNamed(reach, name)})`, () => writer.apply(node, member));
    });
  },
  tabulate(site, table) {
    if (site.value === true) return;
    const isNamed = table.isNamed(site.interpreter.planOf(site.node).reach);
    if (site.value === false) {
      table.mayReport("additionalProperties");
      table.add(checkNoMore, isNamed);
    } else {
      const node = site.findSubschema("additionalProperties");
      table.add(checkMore, `[${isNamed}, ${table.schema(node)}]`);
    }
  },
};
