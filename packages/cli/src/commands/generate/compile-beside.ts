import { Worker } from "node:worker_threads";
import { type CompileValidators, compileValidators } from "@truespec/generator";

/**
 * Fewer validators are not worth a thread, which takes 0.1 s of CPU and 30 to 70 MB to load its modules and
 * compile in them while they are still slow.
 */
export const worthThread = 2000;

/** Compiles the validators of a large description in a thread of its own, beside types and client. */
export const compileBeside: CompileValidators = (request) => {
  if (request.targets.length < worthThread) return compileValidators(request);
  return new Promise((done, reject) => {
    const script = new URL("./validators-worker.js", import.meta.url);
    const worker = new Worker(script, { workerData: request });
    worker.once("message", done);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The validators' thread ended with ${code}`)));
  });
};
