// Plain validation for comparison: each recorded body of GET /models against its schema, all errors.
import { readFileSync } from "node:fs";
import { loadDescription } from "@truespec/openapi";
import { Ajv2020 } from "ajv/dist/2020.js";

const [, , description = "", traffic = ""] = process.argv;
const read = async (location) => ({ location, bytes: readFileSync(location) });
const loaded = await loadDescription(description, { read });
if (loaded.description === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(loaded.description.document, "api");
const validate = ajv.compile({ $ref: "api#/components/schemas/ModelsListResponse" });

let printed = 0;
const causes = new Set();
for (const body of readBodies(readFileSync(traffic, "utf8"))) {
  validate(body);
  for (const { schemaPath, params, keyword } of validate.errors ?? []) {
    printed += 1;
    causes.add(`${schemaPath} ${keyword === "required" ? params.missingProperty : ""}`);
  }
}
console.log(JSON.stringify({ printed, causes: causes.size }));

function* readBodies(/** @type {string} */ text) {
  if (traffic.endsWith(".har")) {
    for (const { response } of JSON.parse(text).log.entries)
      yield JSON.parse(response.content.text);
  } else {
    for (const line of text.split("\n")) if (line !== "") yield JSON.parse(line).response.body;
  }
}
