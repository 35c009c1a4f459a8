// Every contender as ES modules: one entry whose default export answers yes or no, and one whose
// default export also tells the errors (true where there are none).
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { Validator } from "ata-validator";
import { toStandaloneModule } from "ata-validator/aot";
import { Code } from "typebox/compile";
import { compileModule, openSchemas } from "../../packages/json-schema/dist/index.js";
import { dereference, selfContained } from "./description.mjs";
import { printArkType, printValibot, printZod } from "./schema-source.mjs";
import { compileTypia } from "./typia.mjs";

const name = "ModelsListResponse";

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} [module] source of a generated module, which the entries import as "generated"
 * @property {string} is source of the entry that answers
 * @property {string | undefined} errors source of the one that lists errors; undefined for none
 * @property {boolean} isSized do its bytes count: is it what a user would ship?
 */

/** @returns {readonly Contender[]} */
export function createContenders(document) {
  const schema = selfContained(document, name);
  const flat = dereference(schema);
  const json = JSON.stringify(schema);
  return [
    { name: "truespec", ...printOurs(document), isSized: true },
    { name: "hand-written", ...printHandWritten(), isSized: true },
    { name: "ajv standalone", ...printAjv(schema), isSized: true },
    { name: "ajv jit", ...printAjvJit(json), isSized: true },
    { name: "typebox Code", ...printTypeBoxCode(flat), isSized: true },
    { name: "typebox Compile", ...printTypeBox(JSON.stringify(flat)), isSized: true },
    { name: "typia", ...printTypia(flat), isSized: true },
    { name: "ata aot", ...printAta(schema), isSized: true },
    { name: "ata runtime", ...printAtaRuntime(json), isSized: true },
    { name: "valibot", ...printValibotModules(flat), isSized: true },
    { name: "zod", ...printZodModules(flat), isSized: true },
    { name: "arktype", ...printArkTypeModules(flat), isSized: true },
  ];
}

function printOurs(document) {
  const targets = [{ name, pointer: `/components/schemas/${name}` }];
  const { code } = compileModule(openSchemas(document), targets);
  return {
    module: code,
    is: `export { is${name} as default } from "generated";`,
    errors: printListing(`import { validate${name} as validate } from "generated";`, "validate"),
  };
}

/** An entry around a function that answers `{ valid, errors }`. */
function printListing(start, validate) {
  return `${start}\nexport default (value) => { const found = ${validate}(value); return found.valid || found.errors; };`;
}

function printHandWritten() {
  const module = JSON.stringify(new URL("hand-written.mjs", import.meta.url).pathname);
  return { is: `export { isModels as default } from ${module};`, errors: undefined };
}

const ajvOptions = { strict: false, validateFormats: false };

function printAjv(schema) {
  const print = (allErrors) => {
    const ajv = new Ajv2020({ ...ajvOptions, allErrors, code: { source: true, esm: true } });
    return standaloneCode
      .default(ajv, ajv.compile(schema))
      .replace("export const validate =", "const validate =")
      .replace(/export default validate\d+;/, "");
  };
  const entry = (code) => code.match(/const validate = (validate\d+)/)?.[1] ?? "validate";
  const is = print(false);
  const all = print(true);
  return {
    is: `${is}\nexport default ${entry(is)};`,
    errors: `${all}\nexport default (value) => ${entry(all)}(value) || ${entry(all)}.errors;`,
  };
}

function printAjvJit(json) {
  const print = (options, end) =>
    `import Ajv2020 from "ajv/dist/2020.js";\nconst validate = new Ajv2020(${JSON.stringify(options)}).compile(${json});\n${end}`;
  return {
    is: print(ajvOptions, "export default validate;"),
    errors: print(
      { ...ajvOptions, allErrors: true },
      "export default (value) => validate(value) || validate.errors;",
    ),
  };
}

function printTypeBoxCode(schema) {
  const { Code: code, External: external } = Code(schema);
  const variables = external.variables.map((variable) => {
    if (variable instanceof RegExp) return String(variable);
    throw new TypeError(`${String(variable)} is no regular expression`);
  });
  const end = `SetExternal({ variables: [${variables.join(", ")}] });\nexport default Check;`;
  return { is: `${code}\n${end}`, errors: undefined };
}

function printTypeBox(json) {
  const start = `import { Compile } from "typebox/compile";\nconst validator = Compile(${json});\n`;
  return {
    is: `${start}export default (value) => validator.Check(value);`,
    errors: `${start}export default (value) => validator.Check(value) || validator.Errors(value);`,
  };
}

function printTypia(schema) {
  return {
    module: compileTypia(schema),
    is: `export { is as default } from "generated";`,
    errors: `import { validate } from "generated";\nexport default (value) => { const found = validate(value); return found.success || found.errors; };`,
  };
}

function printAta(schema) {
  return {
    module: toStandaloneModule(new Validator(schema), { format: "esm" }),
    is: `export { isValid as default } from "generated";`,
    errors: printListing(`import { validate } from "generated";`, "validate"),
  };
}

function printAtaRuntime(json) {
  const start = `import { Validator } from "ata-validator";\nconst validator = new Validator(${json});\n`;
  return {
    is: `${start}export default (value) => validator.isValidObject(value);`,
    errors: printListing(start, "validator.validate"),
  };
}

function printValibotModules(schema) {
  const start = `import * as v from "valibot";\nconst schema = ${printValibot(schema)};\n`;
  return {
    is: `${start}export default (value) => v.is(schema, value);`,
    errors: `${start}export default (value) => { const found = v.safeParse(schema, value); return found.success || found.issues; };`,
  };
}

function printZodModules(schema) {
  const start = `import * as z from "zod";\nconst schema = ${printZod(schema)};\n`;
  return {
    is: `${start}export default (value) => schema.safeParse(value).success;`,
    errors: `${start}export default (value) => { const found = schema.safeParse(value); return found.success || found.error.issues; };`,
  };
}

function printArkTypeModules(schema) {
  const start = `import { type } from "arktype";\nconst schema = ${printArkType(schema)};\n`;
  return {
    is: `${start}export default (value) => schema.allows(value);`,
    errors: `${start}export default (value) => { const found = schema(value); return !(found instanceof type.errors) || [...found]; };`,
  };
}
