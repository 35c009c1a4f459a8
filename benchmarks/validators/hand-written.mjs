// What somebody would write by hand for this one schema, with nothing but speed in mind: properties
// are read as they come, `for … in` where most of them may be missing, one switch for each enum.

const price = /^-?[0-9]+(?:\.[0-9]+)?$/;

function isParameter(text) {
  if (typeof text !== "string") return false;
  switch (text.length) {
    case 4:
      return text === "seed" || text === "stop";
    case 5:
      return (
        text === "top_p" ||
        text === "top_k" ||
        text === "min_p" ||
        text === "top_a" ||
        text === "tools"
      );
    case 8:
      return text === "logprobs";
    case 9:
      return text === "reasoning" || text === "verbosity";
    case 10:
      return text === "max_tokens" || text === "logit_bias";
    case 11:
      return text === "temperature" || text === "tool_choice";
    case 12:
      return text === "top_logprobs";
    case 15:
      return text === "response_format";
    case 16:
      return text === "presence_penalty" || text === "reasoning_effort";
    case 17:
      return text === "frequency_penalty" || text === "include_reasoning";
    case 18:
      return (
        text === "repetition_penalty" ||
        text === "structured_outputs" ||
        text === "web_search_options"
      );
    case 19:
      return text === "parallel_tool_calls";
    case 21:
      return text === "max_completion_tokens";
    default:
      return false;
  }
}

function isTokenizer(text) {
  switch (text) {
    case "Router":
    case "Media":
    case "Other":
    case "GPT":
    case "Claude":
    case "Gemini":
    case "Gemma":
    case "Grok":
    case "Cohere":
    case "Nova":
    case "Qwen":
    case "Yi":
    case "DeepSeek":
    case "Mistral":
    case "Llama2":
    case "Llama3":
    case "Llama4":
    case "PaLM":
    case "RWKV":
    case "Qwen3":
      return true;
    default:
      return false;
  }
}

function isInstructType(text) {
  switch (text) {
    case "none":
    case "airoboros":
    case "alpaca":
    case "alpaca-modif":
    case "chatml":
    case "claude":
    case "code-llama":
    case "gemma":
    case "llama2":
    case "llama3":
    case "mistral":
    case "nemotron":
    case "neural":
    case "openchat":
    case "phi3":
    case "rwkv":
    case "vicuna":
    case "zephyr":
    case "deepseek-r1":
    case "deepseek-v3.1":
    case "qwq":
    case "qwen3":
      return true;
    default:
      return false;
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isMaybeText = (value) => value === undefined || value === null || typeof value === "string";
const isMaybeCount = (value) => value === undefined || value === null || Number.isInteger(value);

function isArchitecture(value) {
  if (!isObject(value)) return false;
  const { input_modalities: inputs, output_modalities: outputs, modality } = value;
  if (modality !== null && typeof modality !== "string") return false;
  if (!Array.isArray(inputs) || !Array.isArray(outputs)) return false;
  for (let index = 0; index < inputs.length; index++) {
    const one = inputs[index];
    if (one !== "text" && one !== "image" && one !== "file" && one !== "audio" && one !== "video") {
      return false;
    }
  }
  for (let index = 0; index < outputs.length; index++) {
    const one = outputs[index];
    if (one !== "text" && one !== "image" && one !== "embeddings" && one !== "audio") {
      if (one !== "video" && one !== "rerank" && one !== "tts") return false;
    }
  }
  const { instruct_type: instructType, tokenizer } = value;
  if (instructType !== undefined && instructType !== null && !isInstructType(instructType)) {
    return false;
  }
  return tokenizer === undefined || isTokenizer(tokenizer);
}

function isPriceName(name) {
  switch (name) {
    case "audio":
    case "audio_output":
    case "completion":
    case "image":
    case "image_output":
    case "image_token":
    case "input_audio_cache":
    case "input_cache_read":
    case "input_cache_write":
    case "internal_reasoning":
    case "prompt":
    case "request":
    case "web_search":
      return true;
    default:
      return false;
  }
}

/** Nearly all of it are prices, so that names matter only where a value is none. */
function isPricing(value) {
  if (!isObject(value) || value.prompt === undefined || value.completion === undefined) {
    return false;
  }
  for (const name in value) {
    const one = value[name];
    if (name === "discount") {
      if (one !== undefined && !Number.isFinite(one)) return false;
    } else if (typeof one !== "string" || !price.test(one)) {
      if (one !== undefined && isPriceName(name)) return false;
    }
  }
  return true;
}

function isProvider(value) {
  return (
    isObject(value) &&
    typeof value.is_moderated === "boolean" &&
    isMaybeCount(value.context_length) &&
    isMaybeCount(value.max_completion_tokens)
  );
}

function isDefaults(value) {
  if (!isObject(value)) return false;
  for (const name in value) {
    const one = value[name];
    if (one === undefined || one === null) continue;
    switch (name) {
      case "frequency_penalty":
      case "presence_penalty":
      case "repetition_penalty":
      case "temperature":
      case "top_p":
        if (!Number.isFinite(one)) return false;
        break;
      case "top_k":
        if (!Number.isInteger(one)) return false;
        break;
    }
  }
  return true;
}

function isLimits(value) {
  return (
    isObject(value) &&
    Number.isFinite(value.completion_tokens) &&
    Number.isFinite(value.prompt_tokens)
  );
}

function isModel(value) {
  if (!isObject(value)) return false;
  const { description, default_parameters: defaults, per_request_limits: limits } = value;
  const { context_length: length, links, supported_parameters: parameters } = value;
  if (
    typeof value.id !== "string" ||
    typeof value.canonical_slug !== "string" ||
    typeof value.name !== "string" ||
    !Number.isInteger(value.created) ||
    (length !== null && !Number.isInteger(length)) ||
    (description !== undefined && typeof description !== "string") ||
    !isMaybeText(value.expiration_date) ||
    !isMaybeText(value.hugging_face_id) ||
    !isMaybeText(value.knowledge_cutoff) ||
    (defaults !== null && !isDefaults(defaults)) ||
    (limits !== null && !isLimits(limits)) ||
    !isObject(links) ||
    typeof links.details !== "string" ||
    !isArchitecture(value.architecture) ||
    !isPricing(value.pricing) ||
    !isProvider(value.top_provider) ||
    !Array.isArray(parameters)
  ) {
    return false;
  }
  for (let index = 0; index < parameters.length; index++) {
    if (!isParameter(parameters[index])) return false;
  }
  return true;
}

/** Is it OpenRouter's list of models? Its enums are written out, so it goes with the schema. */
export function isModels(value) {
  if (!isObject(value) || !Array.isArray(value.data)) return false;
  const { data } = value;
  for (let index = 0; index < data.length; index++) if (!isModel(data[index])) return false;
  return true;
}
