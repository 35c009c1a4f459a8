// Lists of models in the likeness of the API, the same ones in every run

/** A small generator of numbers, so that two runs measure the same payload. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const parameters = [
  ...["temperature", "top_p", "top_k", "min_p", "top_a", "frequency_penalty", "presence_penalty"],
  ...["repetition_penalty", "max_tokens", "max_completion_tokens", "logit_bias", "logprobs"],
  ...["top_logprobs", "seed", "response_format", "structured_outputs", "stop", "tools"],
  ...["tool_choice", "include_reasoning", "reasoning", "web_search_options"],
];
const groups = [
  "Router",
  "GPT",
  "Claude",
  "Gemini",
  "Grok",
  "Qwen",
  "DeepSeek",
  "Mistral",
  "Other",
];
const makers = ["openai", "anthropic", "google", "x-ai", "qwen", "deepseek", "mistralai"];
const extraPrices = [
  ...["request", "image", "web_search", "internal_reasoning", "input_cache_read"],
  ...["input_cache_write", "audio", "image_token"],
];

/** So many combinations of optional keys an object comes in; the API's `pricing` has about as many. */
const profileCount = 12;

/**
 * A list of models as JSON text. `varying`: the optional properties of each kind of object come in
 * a dozen combinations, the first ones the most often, as in the API's answers; otherwise all of
 * them are always there.
 *
 * @param {{ readonly count: number, readonly shape: "constant" | "varying" }} options
 */
export function createModels({ count, shape }) {
  const random = createRandom(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const price = () => (random() / 1e5).toFixed(9);
  const profiles = Array.from({ length: profileCount }, () =>
    Array.from({ length: 8 }, () => shape === "constant" || random() < 0.6),
  );
  const some = (entries) => {
    const profile = profiles[Math.floor(random() ** 2 * profileCount)];
    return Object.fromEntries(entries.filter((_, index) => profile[index]));
  };
  const model = (index) => {
    const id = `${pick(makers)}/model-${index}`;
    const contextLength = 4096 * (1 + Math.floor(random() * 64));
    return {
      id,
      canonical_slug: `${id}-2025-01-0${1 + (index % 9)}`,
      ...some([["hugging_face_id", index % 3 === 0 ? null : `hub/model-${index}`]]),
      name: `Model ${index}`,
      created: 1700000000 + index * 1000,
      ...some([
        ["description", `A model for text and images. ${"It reads long documents. ".repeat(12)}`],
      ]),
      context_length: contextLength,
      architecture: {
        modality: "text+image->text",
        input_modalities: ["text", "image"].slice(0, 1 + (index % 2)),
        output_modalities: ["text"],
        ...some([
          ["tokenizer", pick(groups)],
          ["instruct_type", index % 2 === 0 ? null : "chatml"],
        ]),
      },
      pricing: {
        prompt: price(),
        completion: price(),
        ...some(extraPrices.map((name) => [name, price()])),
      },
      top_provider: {
        is_moderated: index % 2 === 0,
        ...some([
          ["context_length", contextLength],
          ["max_completion_tokens", index % 4 === 0 ? null : 8192],
        ]),
      },
      per_request_limits: null,
      supported_parameters: parameters.slice(0, 8 + Math.floor(random() * 14)),
      default_parameters: some([
        ["temperature", index % 2 === 0 ? null : 0.7],
        ["top_p", 0.95],
        ["frequency_penalty", null],
      ]),
      ...some([
        ["expiration_date", null],
        ["knowledge_cutoff", "2025-01-31"],
      ]),
      links: { details: `/api/v1/models/${id}/endpoints` },
    };
  };
  return JSON.stringify({ data: Array.from({ length: count }, (_, index) => model(index)) });
}

/** The list with so many models broken, spread evenly: a price that is a number. */
export function breakModels(text, count) {
  const list = JSON.parse(text);
  const step = list.data.length / (count + 1);
  for (let index = 1; index <= count; index += 1) {
    list.data[Math.floor(step * index)].pricing.prompt = 0.1;
  }
  return list;
}
