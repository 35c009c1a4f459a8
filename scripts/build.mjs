// @ts-check
// Builds every package (`npm run build`): quiet when all goes well, everything told when it does not.
import { spawnSync } from "node:child_process";

const started = Date.now();
const { status, stdout, stderr } = spawnSync(
  "npx -y --prefer-offline pnpm@12.21.0 exec turbo run build --output-logs=errors-only",
  { shell: true, encoding: "utf8", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } },
);
if (status === 0) {
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
} else {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status ?? 1;
}
