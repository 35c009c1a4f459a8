import { appendKey, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Description, Operation, SecurityRequirement } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, type Tell, tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { compareSchemes, renamedSchemes } from "./security-schemes.ts";
import { showName } from "./wording.ts";

/** Schemes that are needed together; none: anonymous access. */
type Alternative = readonly SecurityRequirement[];

/**
 * Every change of an operation's security. A client meets one of the old alternatives, whichever:
 * each must be enough for one of the new ones.
 */
export function compareSecurity(
  comparison: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const renamed = renamedSchemes(comparison);
  const all = alternativesOf(before).map((one) =>
    one.map(({ scheme, scopes }) => ({ scheme: renamed.get(scheme) ?? scheme, scopes })),
  );
  const others = alternativesOf(after);
  const old = all.filter((one) => !others.some((other) => areEqual(one, other)));
  const recent = others.filter((one) => !all.some((other) => areEqual(one, other)));
  const tell = tellAt(null, securityPointer(comparison.after, after));
  const told = new Set<Alternative>();
  const lost = old.flatMap((one) => {
    const same = recent.find((other) => hasSameSchemes(one, other));
    if (same !== undefined) {
      told.add(same);
      return compareScopes(one, same, tell);
    }
    if (others.some((other) => suffices(one, other))) return [];
    if (one.length > 0) {
      const message = `${show(one)} is no longer enough`;
      return [tell("security-alternative-removed", "breaking", message)];
    }
    for (const other of recent) told.add(other);
    const wanted = others.map(show).join(" or ");
    return [tell("security-added", "breaking", `anonymous access ended: ${wanted} is needed now`)];
  });
  const gained = recent
    .filter((one) => !told.has(one))
    .map((one) =>
      one.length === 0
        ? tell("security-removed", "additive", "no credentials are needed now")
        : tell("security-alternative-added", "additive", `${show(one)} is enough now`),
    );
  return [...lost, ...gained, ...compareSchemes(comparison, before)];
}

/** Nothing demanded is one alternative that demands nothing. */
function alternativesOf({ security }: Operation): readonly Alternative[] {
  return security.length === 0 ? [[]] : security;
}

/** Whether who meets the first alternative meets the second. */
function suffices(one: Alternative, other: Alternative): boolean {
  return other.every(({ scheme, scopes }) =>
    one.some((own) => own.scheme === scheme && scopes.every((scope) => own.scopes.includes(scope))),
  );
}

function areEqual(one: Alternative, other: Alternative): boolean {
  return suffices(one, other) && suffices(other, one);
}

function hasSameSchemes(one: Alternative, other: Alternative): boolean {
  const names = (alternative: Alternative) =>
    alternative
      .map(({ scheme }) => scheme)
      .sort()
      .join("\n");
  return names(one) === names(other);
}

function compareScopes(one: Alternative, other: Alternative, tell: Tell): readonly FoundChange[] {
  return one.flatMap(({ scheme, scopes }) => {
    const recent = other.find((requirement) => requirement.scheme === scheme)?.scopes ?? [];
    const added = recent.filter((scope) => !scopes.includes(scope));
    const gone = scopes.filter((scope) => !recent.includes(scope));
    const list = (names: readonly string[]) => names.map(showName).join(", ");
    return [
      ...(added.length === 0
        ? []
        : [
            tell(
              "security-scope-added",
              "breaking",
              `${showName(scheme)} needs the scope ${list(added)} too`,
            ),
          ]),
      ...(gone.length === 0
        ? []
        : [
            tell(
              "security-scope-removed",
              "additive",
              `${showName(scheme)} no longer needs the scope ${list(gone)}`,
            ),
          ]),
    ];
  });
}

/** Where the requirements stand that an operation goes by. */
function securityPointer({ document }: Description, { pointer }: Operation): string {
  const own = appendKey(pointer, "security");
  if (resolvePointer(document, own) !== undefined) return own;
  return resolvePointer(document, "/security") === undefined ? pointer : "/security";
}

function show(alternative: Alternative): string {
  if (alternative.length === 0) return "anonymous access";
  return alternative
    .map(({ scheme, scopes }) =>
      scopes.length === 0
        ? showName(scheme)
        : `${showName(scheme)} with the scope ${scopes.map(showName).join(", ")}`,
    )
    .join(" and ");
}
