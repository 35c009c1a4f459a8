// A contender as its users would ship it
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Where bundles are written. */
export const folder = join(import.meta.dirname, ".build");

/** CommonJS in a bundle may ask for what Node.js has built in; this is not counted. */
const requireBanner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/** Lets an entry import the contender's generated module. */
function provideModule(contents) {
  const namespace = "generated";
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^generated$/ }, ({ path }) => ({ path, namespace }));
      build.onLoad({ filter: /./, namespace }, () => ({
        ...{ contents, loader: "js", resolveDir: import.meta.dirname },
      }));
    },
  };
}

/** Bundles and minifies a contender's module as its users would. */
export async function bundle(contender, face) {
  const file = join(folder, `${contender.name.replaceAll(" ", "-")}-${face}.mjs`);
  await build({
    stdin: { contents: contender[face], resolveDir: import.meta.dirname, loader: "js" },
    ...{ bundle: true, minify: true, format: "esm", platform: "node", outfile: file },
    ...{ target: "node20", logLevel: "error", legalComments: "none" },
    ...{ banner: { js: requireBanner }, plugins: [provideModule(contender.module)] },
  });
  const bytes = readFileSync(file).subarray(requireBanner.length);
  return { file, bytes: gzipSync(bytes, { level: 9 }).length };
}
