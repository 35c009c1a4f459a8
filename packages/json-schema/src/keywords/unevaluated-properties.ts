import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import { collectReaches, coversProperty } from "../interpreter/cover.ts";
import { type Evaluate, type Evaluation, withoutTrace } from "../interpreter/plan.ts";
import { descend, reportError } from "../interpreter/report.ts";
import { isJsonObject, type JsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function findUnevaluated(site: Site, instance: JsonObject, at: Evaluation): readonly string[] {
  const { interpreter, node } = site;
  const reaches = collectReaches(interpreter, node, instance, (branch) =>
    interpreter.meets(branch, instance, withoutTrace(at)),
  );
  return memberNames(instance).filter((name) => !coversProperty(reaches, name));
}

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter, location } = site;
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    let isValid = true;
    for (const name of findUnevaluated(site, instance, at)) {
      const isMet =
        node.schema === false
          ? reportError(at, "unevaluatedProperties", location, { property: name })
          : interpreter.evaluate(node, instance[name], descend(at, name));
      isValid = isValid && isMet;
    }
    return isValid;
  };
}

const checkUnevaluated: Check = {
  name: "checkUnevaluated",
  needs: ["isObject", "eachMember", "meets", "run", "escapeToken"],
  text: `function checkUnevaluated([cover, schema], value, place) {
  const isCovered = isObject(value) && cover(value, place.depth, place.memory);
  eachMember(value, (name, member) => {
    if (isCovered(name) || meets(schema, member, place)) return;
    run(schema, member, place.at + "/unevaluatedProperties", place.path + escapeToken(name), place);
  });
}`,
};

const checkNoUnevaluated: Check = {
  name: "checkNoUnevaluated",
  needs: ["isObject", "eachMember", "fail"],
  text: `function checkNoUnevaluated(cover, value, place) {
  const isCovered = isObject(value) && cover(value, place.depth, place.memory);
  eachMember(value, (name) => {
    if (!isCovered(name)) fail(place, "unevaluatedProperties", { property: name });
  });
}`,
};

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
  annotate: (site) => (instance, at) =>
    isJsonObject(instance) ? findUnevaluated(site, instance, at) : undefined,
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("unevaluatedProperties");
    const covers = writer.cover("property");
    if (site.value === false) {
      writer.eachName((name, isThere) =>
        writer.failIf(`!(${covers.property(name)}) && ${isThere}`),
      );
      return;
    }
    writer.eachMember((name, member) => {
      writer.when(`!(${covers.property(name)})`, () => writer.apply(node, member));
    });
  },
  tabulate(site, table) {
    if (site.value === true) return;
    const cover = table.cover("property");
    if (site.value === false) {
      table.mayReport("unevaluatedProperties");
      table.add(checkNoUnevaluated, cover);
    } else {
      const node = site.findSubschema("unevaluatedProperties");
      table.add(checkUnevaluated, `[${cover}, ${table.schema(node)}]`);
    }
  },
};
