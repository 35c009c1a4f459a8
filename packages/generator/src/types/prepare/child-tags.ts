import type { JsonObject } from "@truespec/json-schema";
import { listTags } from "./discriminator.ts";
import { asObject, findAt, items, members, own } from "./pointer.ts";
import { type ChildTags, findComponentRef, type Preparation } from "./preparation.ts";

type Links = ReadonlyMap<string, readonly string[]>;

/**
 * The tags of every component schema that has, by `allOf`, a parent with a discriminator: those that
 * choose it, and those that choose its own children, each of which it is as well.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function listChildTags(preparation: Preparation): ChildTags {
  const schemas = new Map(members(findAt(preparation.document, ["components", "schemas"])));
  const parents = new Map(
    [...schemas].map(([name, schema]) => [name, listParents(preparation, asObject(schema))]),
  );
  const children = invert(parents);
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const name of schemas.keys()) {
    for (const ancestor of listReached(parents, name)) {
      const discriminator = findDiscriminator(asObject(schemas.get(ancestor)));
      const known = found.get(name) ?? new Map<string, readonly string[]>();
      // The nearest parent knows best.
      if (discriminator !== undefined && !known.has(discriminator.propertyName)) {
        const kin = [name, ...listReached(children, name)];
        const tags = kin.map((one) => listTags(preparation, discriminator, one));
        if (tags.every((one) => one !== undefined)) {
          found.set(name, known.set(discriminator.propertyName, [...new Set(tags.flat())]));
        }
      }
    }
  }
  return found;
}

function findDiscriminator(
  schema: JsonObject | undefined,
): (JsonObject & { readonly propertyName: string }) | undefined {
  const written = asObject(schema && own(schema, "discriminator"));
  const propertyName = written && own(written, "propertyName");
  return typeof propertyName === "string" ? { ...written, propertyName } : undefined;
}

function listParents(preparation: Preparation, schema: JsonObject | undefined): readonly string[] {
  return items(schema && own(schema, "allOf"))
    .map((item) => findComponentRef(preparation, "schemas", asObject(item) ?? {}))
    .filter((name) => name !== undefined);
}

function invert(links: Links): Links {
  const inverted = new Map<string, string[]>();
  for (const [name, targets] of links) {
    for (const target of targets) {
      inverted.set(target, [...(inverted.get(target) ?? []), name]);
    }
  }
  return inverted;
}

/** All that `name` leads to, itself left out. */
function listReached(links: Links, name: string): readonly string[] {
  const seen = new Set<string>([name]);
  for (const next of seen) {
    for (const target of links.get(next) ?? []) {
      seen.add(target);
    }
  }
  return [...seen].slice(1);
}
