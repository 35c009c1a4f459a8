import {
  ageInDays,
  agentic,
  coding,
  contextLength,
  intelligence,
  outputPrice,
  promptPrice,
  toolSuccessRate,
} from "./figures.ts";
import {
  allOfFilter,
  anyOfFilter,
  choiceFilter,
  type Filter,
  leastFilter,
  mostFilter,
  textFilter,
} from "./filter.ts";

const categories = [
  "programming",
  "roleplay",
  "marketing",
  "marketing/seo",
  "technology",
  "science",
  "translation",
  "legal",
  "finance",
  "health",
  "trivia",
  "academia",
] as const;

const anyOutput = anyOfFilter("output_modalities", ({ model }) => {
  return model.architecture.output_modalities;
});

/** A list means any of its modalities, `all` means every model, and nothing means text. */
export const outputModalities: Filter = {
  name: anyOutput.name,
  fallback: "text",
  read: (text) =>
    text === "all" ? { kind: "read", value: () => true } : anyOutput.read(text || "text"),
};

const amount = { least: 0 };
const rate = { least: 0, most: 1 };

/** Every query parameter of the list that leaves models out; they all apply together. */
export const filters: readonly Filter[] = [
  outputModalities,
  choiceFilter("category", categories, ({ traits }, category) => {
    return traits.categories?.includes(category) ?? false;
  }),
  allOfFilter("supported_parameters", ({ model }) => model.supported_parameters),
  textFilter("q", ({ model }, text) => {
    const wanted = text.trim().toLowerCase();
    return [model.name, model.id, model.canonical_slug].some((name) =>
      name.toLowerCase().includes(wanted),
    );
  }),
  anyOfFilter("input_modalities", ({ model }) => model.architecture.input_modalities),
  leastFilter("context", contextLength, { least: 0, integer: true }),
  leastFilter("min_price", promptPrice, amount),
  mostFilter("max_price", promptPrice, amount),
  leastFilter("min_output_price", outputPrice, amount),
  mostFilter("max_output_price", outputPrice, amount),
  textFilter("arch", ({ model }, text) => isFamily(model.architecture.tokenizer ?? "", text)),
  anyOfFilter("model_authors", ({ model }) => [model.id.replace(/^~/, "").split("/", 1)[0] ?? ""]),
  anyOfFilter("providers", ({ traits }) => traits.providers ?? []),
  choiceFilter("distillable", ["true", "false"], ({ traits }, wanted) => {
    return String(traits.distillable ?? false) === wanted;
  }),
  choiceFilter("zdr", ["true"], ({ traits }) => traits.zdr ?? false),
  choiceFilter("region", ["eu", "us"], ({ traits }, region) => {
    return traits.regions?.includes(region) ?? false;
  }),
  leastFilter("min_age_days", ageInDays, amount),
  mostFilter("max_age_days", ageInDays, amount),
  leastFilter("min_intelligence_index", intelligence),
  mostFilter("max_intelligence_index", intelligence),
  leastFilter("min_coding_index", coding),
  mostFilter("max_coding_index", coding),
  leastFilter("min_agentic_index", agentic),
  mostFilter("max_agentic_index", agentic),
  leastFilter("min_tool_success_rate", toolSuccessRate, rate),
  mostFilter("max_tool_success_rate", toolSuccessRate, rate),
];

/** `Llama` means Llama2, Llama3 and Llama4; `Llama3` means that one alone. */
function isFamily(tokenizer: string, wanted: string): boolean {
  const [name, family] = [tokenizer.toLowerCase(), wanted.trim().toLowerCase()];
  return name === family || name.replace(/\d+$/, "") === family;
}
