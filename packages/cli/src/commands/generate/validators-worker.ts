import { parentPort, workerData } from "node:worker_threads";
import { type CompileRequest, compileValidators } from "@truespec/generator";

// What the thread that started this one has posted
const request = workerData as CompileRequest;
parentPort?.postMessage(await compileValidators(request));
