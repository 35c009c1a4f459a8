import type { SourceErrorCode } from "../read/source-error.ts";
import { askMeant, type Entry, error, quote, times, warning } from "./entry.ts";
import { hintEarlier, sayLater } from "./later-keywords.ts";
import { overlayEntries } from "./overlay-entries.ts";
import type { CatalogueParams, DiagnosticCode } from "./params.ts";

const unreadableHints: { readonly [C in SourceErrorCode]: string } = {
  "not-found": "Check the name, and the folder that the command runs in.",
  "not-a-file": "Name the description's root file.",
  denied: "Check whether you may read it.",
  "network-off": "Add `--allow-network`.",
  "too-large": "Name the description's root file, or a part of it.",
  timeout: "Try again, or download it and name the file.",
  http: "Check the URL; what asks for credentials has to be downloaded first.",
  network: "Check the URL and the network.",
  unreadable: "Check the name, and whether you may read it.",
};

/** Every diagnostic that this package gives: its severity, its message and what to change. */
export const catalogue: { readonly [C in DiagnosticCode]: Entry<CatalogueParams[C]> } = {
  "source-unreadable": error(
    (p) => `${p.why}.`,
    (p) => (p.source === "-" ? "Pipe a description into standard input." : unreadableHints[p.code]),
  ),
  "not-text": error(
    (p) => `${p.source} is not UTF-8 text.`,
    () => "Save the file as UTF-8 YAML or JSON.",
  ),
  "json-syntax": error(
    (p) => `This is not JSON: ${p.why}.`,
    () => "Mend the text at the mark; YAML files should not begin with a brace.",
  ),
  "yaml-syntax": error(
    (p) => `This is not YAML: ${p.why}.`,
    (p) =>
      p.mend ?? "Mend the text at the mark; often the indentation or a missing quote is the cause.",
  ),
  "yaml-key": warning(
    (p) => `${p.why}; it was passed over.`,
    () => "Use plain strings as keys and finite numbers as values, as JSON does.",
  ),
  "duplicate-key": warning(
    (p) => `The key ${quote(p.key)} stands twice in one object; the last one counts.`,
    () => "Keep one of them.",
  ),
  "several-documents": warning(
    () => "The file holds several YAML documents; only the first one is read.",
    () => "Keep one document in a file, or remove the `---` here.",
  ),
  "too-deep": error(
    (p) => `The document nests deeper than ${p.limit} levels.`,
    () => "Move the inner parts into components and refer to them.",
  ),
  "alias-bomb": error(
    (p) => `The aliases of this document expand to more than ${p.limit} nodes.`,
    () => "Use $ref and components in place of YAML aliases.",
  ),
  "alias-ring": error(
    (p) => `The alias *${p.name} names nothing that is complete at this place.`,
    () => "Define the anchor before its alias, and use a $ref for recursion.",
  ),
  "not-openapi": error(
    (p) => `This is not an OpenAPI description: ${p.found}.`,
    () => "The root needs `openapi: 3.x.y` or `swagger: '2.0'`. Is this the right file?",
  ),
  "swagger-not-read": error(
    (p) => `Swagger ${p.version} is not read.`,
    () => "Convert it to Swagger 2.0 or OpenAPI 3 first.",
  ),
  "swagger-lossy": warning(
    (p) => `OpenAPI 3 has no equal for this ${p.what} of Swagger 2.0: ${p.why}.`,
    () => "Write the description in OpenAPI 3 and say what was meant.",
  ),
  "version-unknown": warning(
    (p) => `OpenAPI ${p.version} is not known here; it is read as the nearest version that is.`,
    () => "Known are 3.0, 3.1 and 3.2.",
  ),
  "ref-not-found": error(
    (p) => `The reference ${quote(p.ref)} leads nowhere.`,
    (p) => askMeant(p.near, "Add what it names, or remove the reference."),
  ),
  "ref-not-readable": error(
    (p) => `The reference ${quote(p.ref)} cannot be followed: ${p.why}.`,
    (p) =>
      askMeant(p.near, "Check the file name; it is relative to the file that holds the reference."),
  ),
  "ref-not-allowed": error(
    (p) => `The reference ${quote(p.ref)} is not followed: ${p.why}.`,
    () => "Allow the network (`--allow-network`), or keep the file beside the description.",
  ),
  "ref-bomb": error(
    (p) => `What the references of this description bring in is more than ${p.limit} nodes.`,
    () => "Refer to schemas, parameters and responses, which stay shared, and not to whole maps.",
  ),
  "ref-ring": warning(
    (p) => `The reference ${quote(p.ref)} leads back to itself; it is read as saying nothing.`,
    () => "Let one reference of the ring name something that is described.",
  ),
  "ref-misplaced": warning(
    (p) => `No reference may stand here; what ${quote(p.ref)} names was put in its place.`,
    () => "Write the value itself, or bundle the description before it is published.",
  ),
  "mapping-not-found": warning(
    (p) =>
      `The discriminator names ${quote(p.name)}, ${p.why === undefined ? "which is no schema" : `which cannot be read: ${p.why}`}; this entry was left out.`,
    (p) =>
      askMeant(p.near, "Name a schema of the components, or refer to one, or remove the entry."),
  ),
  "ref-siblings": warning(
    (p) =>
      `${p.isSchema ? "OpenAPI 3.0" : "OpenAPI"} ignores ${quote(p.name)} beside a \`$ref\`, and it stands there ${times(p.count)}.`,
    (p) => {
      if (!p.isSchema)
        return "Write it where the reference leads, or write the object itself here.";
      return p.name === "nullable"
        ? 'Let null be an alternative: `anyOf: [{ $ref: … }, { type: object, nullable: true, enum: [null] }]`, since OpenAPI 3.1 `{ type: "null" }`.'
        : "Wrap the reference: `allOf: [{ $ref: … }]`, and keep the others beside it.";
    },
  ),
  "wrong-type": warning(
    (p) =>
      `${p.what} should be ${p.expected}, and is ${p.got}; it was ${p.isRead === true ? "read as if it were" : "passed over"}.`,
    (p) =>
      p.expected === "a string"
        ? "Write a string; YAML needs quotes around what begins with `#` or looks like a number, a date or null."
        : `Write ${p.expected}.`,
  ),
  "missing-field": warning(
    (p) => `${p.what} lacks ${quote(p.field)}.`,
    (p) => `Add ${quote(p.field)}.`,
  ),
  "unknown-field": warning(
    (p) => `${p.what} knows no field ${quote(p.field)}; it was passed over.`,
    (p) =>
      askMeant(
        p.near,
        "Check the spelling and the indentation; a name of your own begins with `x-`.",
      ),
  ),
  "unknown-keyword": warning(
    (p) =>
      p.count === 1
        ? `JSON Schema knows no keyword ${quote(p.name)}; it says nothing.`
        : `JSON Schema knows no keyword ${quote(p.name)}, and so it is in ${p.count} schemas; such keywords say nothing.`,
    (p) => askMeant(p.near, "Check the spelling; a keyword of your own begins with `x-`."),
  ),
  "bad-value": warning(
    (p) => `${p.what}: ${p.why}.`,
    (p) => p.mend ?? "Change the value, or remove it.",
  ),
  "no-containers": warning(
    (p) => `The description describes nothing: it has no ${p.expected}.`,
    () => "Add `paths`.",
  ),
  "nullable-in-3-1": warning(
    (p) =>
      `\`nullable\` has no meaning since OpenAPI 3.1, and stands here ${times(p.count)}; it was read as allowing null.`,
    () => 'Write `type: [string, "null"]`.',
  ),
  "nullable-without-type": warning(
    (p) =>
      `\`nullable: true\` allows null only beside a \`type\`, as OpenAPI 3.0.3 says, and stands here without one ${times(p.count)}.`,
    () => "Write `type` beside it, or `nullable: true` in each alternative that may be null.",
  ),
  "exclusive-in-3-1": warning(
    (p) =>
      `\`exclusiveMinimum\` and \`exclusiveMaximum\` are numbers since OpenAPI 3.1, and stand here as booleans ${times(p.count)}; they were read as OpenAPI 3.0 does.`,
    () => "Write the bound itself: `exclusiveMinimum: 0`.",
  ),
  "keyword-in-3-0": warning(
    (p) =>
      `OpenAPI 3.0 has no ${sayLater(p.name)}, which stands here ${times(p.count)}; it was read as OpenAPI 3.1 does.`,
    (p) => `Say \`openapi: 3.1.0\`${hintEarlier(p.name)}; other tools may pass it over.`,
  ),
  "type-any": warning(
    (p) =>
      `\`type: any\` is no type of JSON Schema, and stands here ${times(p.count)}; it was read as allowing any value.`,
    () => "Leave out the `type`.",
  ),
  "type-file": warning(
    (p) =>
      `\`type: file\` is Swagger 2.0's, and stands here ${times(p.count)}; it was read as a string of bytes.`,
    () => "Write `type: string` and `format: binary`.",
  ),
  "type-null": warning(
    (p) =>
      `The type null is written as YAML's null, and not as a word, ${times(p.count)}; it was read as the word.`,
    () => 'Put quotes around it: `type: [string, "null"]`.',
  ),
  "body-not-sent": warning(
    (p) =>
      `${p.method} has a request body, which means nothing to HTTP; \`fetch\` refuses to send it, and a client sends none.`,
    () => "Describe parameters of the query, or another method, such as POST.",
  ),
  "closed-part": warning(
    (p) =>
      p.count === 1
        ? `${quote(p.name)} is required, and \`additionalProperties: false\` in another part of the \`allOf\` excludes it; nothing fits the schema.`
        : `${quote(p.name)} is required, and \`additionalProperties: false\` in another part of the \`allOf\` excludes it; so it is in ${p.count} schemas, and nothing fits them.`,
    () =>
      "Leave `additionalProperties: false` out, for it knows only the properties beside it; since OpenAPI 3.1 `unevaluatedProperties: false` beside the `allOf` closes the whole.",
  ),
  "enum-excluded": warning(
    (p) =>
      p.count === 1
        ? `\`enum\` lists ${p.value}, which is not of the type beside it, ${p.type}; that value never fits.`
        : `\`enum\` lists ${p.value}, which is not of the type beside it, ${p.type}, and so it is in ${p.count} schemas; such values never fit.`,
    (p) => {
      if (p.value === "null")
        return 'Allow null: `nullable: true`, since OpenAPI 3.1 `type: [string, "null"]`.';
      return p.type === "array"
        ? "Put the `enum` into `items`: it lists what an item may be."
        : "Correct the `type` or the value; in YAML a word that looks like a number needs quotes.";
    },
  ),
  "required-excluded": warning(
    (p) =>
      p.count === 1
        ? `${quote(p.name)} is required, and the schema allows no such property; nothing fits it.`
        : `${quote(p.name)} is required, and the schema allows no such property; so it is in ${p.count} schemas, and nothing fits them.`,
    (p) => askMeant(p.near, "Describe the property, or take its name out of `required`."),
  ),
  "required-unknown": warning(
    (p) =>
      p.count === 1
        ? `${quote(p.name)} is required and none of the properties; it stays required, with any value.`
        : `${quote(p.name)} is required and none of the properties, and so it is in ${p.count} schemas; such fields stay required, with any value.`,
    (p) => askMeant(p.near, "Describe the property, or check the spelling."),
  ),
  "recursive-ref": warning(
    (p) =>
      `\`$recursiveRef\` belongs to an older JSON Schema, and stands here ${times(p.count)}; it was read as a reference to the schema that holds it.`,
    () => "Write a `$ref`, or `$dynamicRef` and `$dynamicAnchor`.",
  ),
  "union-of-children": warning(
    (p) =>
      `The schema ${quote(p.name)} lists alternatives that are made of it again, which never ends; in them it was read without its alternatives.`,
    () => "List the alternatives in a schema of their own, and let no `allOf` refer to that.",
  ),
  "discriminator-string": warning(
    (p) =>
      `A \`discriminator\` is an object since OpenAPI 3.0, and stands here as a string ${times(p.count)}; it was read as the name of its property.`,
    () => "Write `discriminator: { propertyName: … }`.",
  ),
  "duplicate-operation-id": warning(
    (p) => `The operationId ${quote(p.id)} is taken already by ${p.first}.`,
    () => "Give each operation an id of its own.",
  ),
  "duplicate-parameter": warning(
    (p) => `The ${p.in} parameter ${quote(p.name)} stands twice in one list; the last one counts.`,
    () => "Keep one of them.",
  ),
  "path-parameter-missing": warning(
    (p) => `${p.path} names {${p.name}}, and no path parameter describes it; any string is taken.`,
    (p) => `Add a parameter with \`name: ${p.name}\`, \`in: path\`, \`required: true\`.`,
  ),
  "path-parameter-unused": warning(
    (p) => `The path parameter ${quote(p.name)} has no place in ${p.path}.`,
    (p) => `Write {${p.name}} in the path, or remove the parameter.`,
  ),
  "path-query": warning(
    (p) => `The path ${quote(p.path)} has a query; what it names is read as query parameters.`,
    () => "End the path before the `?`, and describe each as a parameter with `in: query`.",
  ),
  "path-conflict": warning(
    (p) => `The paths ${quote(p.path)} and ${quote(p.other)} match the same requests.`,
    () => "Merge them into one path item.",
  ),
  "security-scheme-missing": warning(
    (p) => `No security scheme is called ${quote(p.name)}.`,
    (p) => askMeant(p.near, "Add it to `components.securitySchemes`."),
  ),
  ...overlayEntries,
};
