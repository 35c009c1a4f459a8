// Loaded into every measured process: writes down at its end what it used.
import { appendFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    userSeconds: userCPUTime / 1e6,
    systemSeconds: systemCPUTime / 1e6,
    megabytes: maxRSS / 1024,
  };
  appendFileSync(process.env["BENCHMARK_USAGE"] ?? "", `${JSON.stringify(usage)}\n`);
});
