export {
  defineConfig,
  type Emit,
  type TruespecConfig,
  type TruespecEntry,
} from "@truespec/generator";
