import type { ChangeClass, FoundChange } from "../change.ts";
import type { Discriminator } from "../schema/discriminator.ts";
import { compareChoices, type DiscriminatorMatch } from "./choices.ts";
import type { Below, Level } from "./level.ts";
import type { SchemaPair, SchemaWalk } from "./schema-walk.ts";
import { showName } from "./wording.ts";

/**
 * Names what changed in what discriminators choose, and the pairs of heirs that a parent stands for. Validity
 * never rests on it, but a client of the old description narrows a value by its tag, and a server tells by it
 * what it was sent. What the schemas themselves say of the tag is told where they stand.
 */
export function explainDiscriminators(
  walk: SchemaWalk,
  pair: SchemaPair,
  told: readonly FoundChange[],
): Level {
  const [old, recent] = [
    walk.discriminators.before(pair.before),
    walk.discriminators.after(pair.after),
  ];
  const added = recent.filter((one) => !old.some(({ pointer }) => pointer === one.pointer));
  const gone = old.filter((one) => !recent.some(({ pointer }) => pointer === one.pointer));
  const isMoved = added.length === 1 && gone.length === 1;
  const matches = old.flatMap((before) => {
    const after = recent.find(({ pointer }) => pointer === before.pointer);
    const other = after ?? (isMoved ? added[0] : undefined);
    return other === undefined ? [] : [{ before, after: other }];
  });
  const lost = gone.map((one) => appearance(walk, one, "gone"));
  const gained = added.map((one) => appearance(walk, one, "new"));
  return {
    changes: [
      ...matches.flatMap((match) => explainMatch(walk, match, told)),
      ...(isMoved ? [] : [...lost, ...gained]),
    ],
    below: matches.flatMap(pairHeirs),
  };
}

/** Where the schemas list their values themselves, they tell as much without it. */
function appearance(
  { direction }: SchemaWalk,
  { pointer, property, choices }: Discriminator,
  happened: "new" | "gone",
): FoundChange {
  const isStated = choices.every((choice) => choice.isStated);
  const isNarrower = happened === (direction === "request" ? "new" : "gone");
  const safe: ChangeClass = isStated ? "informational" : "additive";
  return {
    kind: "discriminator",
    class: isNarrower && !isStated ? "undecided" : safe,
    direction,
    pointer,
    message: `the discriminator ${showName(property)} is ${happened}`,
  };
}

function explainMatch(
  walk: SchemaWalk,
  match: DiscriminatorMatch,
  told: readonly FoundChange[],
): readonly FoundChange[] {
  const [was, is] = [match.before.property, match.after.property];
  if (was === is) return compareChoices(walk.direction, match, told);
  return [
    {
      ...{ kind: "discriminator", class: "breaking", direction: walk.direction },
      pointer: match.after.pointer,
      message: `the discriminator was ${showName(was)}, and is ${showName(is)} now`,
    },
  ];
}

/** The heirs of a parent, which it stands for though its schema does not name them. */
function pairHeirs({ before, after }: DiscriminatorMatch): readonly Below[] {
  if (after.isUnion) return [];
  return before.choices.flatMap(({ site }) => {
    const other = after.choices.find((one) => one.site.pointer === site.pointer)?.site;
    return other === undefined ? [] : [{ before: [site], after: [other], pointer: other.pointer }];
  });
}
