// What somebody would write by hand for this one schema, with nothing but speed in mind

const price = /^-?[0-9]+(\.[0-9]+)?$/;
const prices = [
  ...["audio", "audio_output", "image", "image_output", "image_token", "input_audio_cache"],
  ...["input_cache_read", "input_cache_write", "internal_reasoning", "request", "web_search"],
];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const isNumber = (value) => Number.isFinite(value);
const isCount = (value) => Number.isInteger(value);
const isPrice = (value) => typeof value === "string" && price.test(value);
const isMissing = (value) => value === undefined;
const isOptional = (value, is) => value === undefined || is(value);
const isNullable = (value, is) => value === null || is(value);
const isMaybe = (value, is) => value === undefined || value === null || is(value);

function isEach(values, is) {
  if (!Array.isArray(values)) return false;
  for (let index = 0; index < values.length; index++) if (!is(values[index])) return false;
  return true;
}

const createIsOneOf = (values) => {
  const byLength = [];
  for (const { length } of values) {
    byLength[length] = values.filter((value) => value.length === length);
  }
  return (value) => typeof value === "string" && byLength[value.length]?.includes(value) === true;
};

export function createIsModels({ $defs }) {
  const isParameter = createIsOneOf($defs.Parameter.enum);
  const isGroup = createIsOneOf($defs.ModelGroup.enum);
  const isInstructType = createIsOneOf($defs.ModelArchitectureInstructType.enum);
  const isInput = createIsOneOf($defs.InputModality.enum);
  const isOutput = createIsOneOf($defs.OutputModality.enum);
  const isArchitecture = (value) =>
    isObject(value) &&
    isEach(value.input_modalities, isInput) &&
    isMaybe(value.instruct_type, isInstructType) &&
    isNullable(value.modality, isText) &&
    isEach(value.output_modalities, isOutput) &&
    isOptional(value.tokenizer, isGroup);
  const isPricing = (value) => {
    if (!isObject(value) || !isPrice(value.prompt) || !isPrice(value.completion)) return false;
    for (const name of prices) if (!isOptional(value[name], isPrice)) return false;
    return isOptional(value.discount, isNumber);
  };
  const isProvider = (value) =>
    isObject(value) &&
    isMaybe(value.context_length, isCount) &&
    typeof value.is_moderated === "boolean" &&
    isMaybe(value.max_completion_tokens, isCount);
  const isDefaults = (value) =>
    isObject(value) &&
    isMaybe(value.frequency_penalty, isNumber) &&
    isMaybe(value.presence_penalty, isNumber) &&
    isMaybe(value.repetition_penalty, isNumber) &&
    isMaybe(value.temperature, isNumber) &&
    isMaybe(value.top_k, isCount) &&
    isMaybe(value.top_p, isNumber);
  const isLimits = (value) =>
    isObject(value) && isNumber(value.completion_tokens) && isNumber(value.prompt_tokens);
  const isModel = (value) =>
    isObject(value) &&
    isArchitecture(value.architecture) &&
    isText(value.canonical_slug) &&
    isNullable(value.context_length, isCount) &&
    isCount(value.created) &&
    isOptional(value.description, isText) &&
    isMaybe(value.expiration_date, isText) &&
    isMaybe(value.hugging_face_id, isText) &&
    isText(value.id) &&
    isMaybe(value.knowledge_cutoff, isText) &&
    isObject(value.links) &&
    isText(value.links.details) &&
    isText(value.name) &&
    isPricing(value.pricing) &&
    isEach(value.supported_parameters, isParameter) &&
    isProvider(value.top_provider) &&
    !isMissing(value.default_parameters) &&
    isNullable(value.default_parameters, isDefaults) &&
    !isMissing(value.per_request_limits) &&
    isNullable(value.per_request_limits, isLimits);
  return (value) => isObject(value) && isEach(value.data, isModel);
}
