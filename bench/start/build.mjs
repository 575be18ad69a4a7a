// Builds the others' pages as their users would: bundled, minified, for production, with what they load lazily kept apart.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Leaves one folder, and what esbuild says of it, for each in `out`. `modules` is the folder their packages are in. */
export function build(names, modules, out) {
  rmSync(out, { recursive: true, force: true });
  for (const name of names) {
    const entry = fileURLToPath(new URL(`pages/${name}.js`, import.meta.url));
    execFileSync(
      "esbuild",
      [
        entry, "--bundle", "--minify", "--splitting", "--format=esm", "--target=es2022", "--log-level=warning",
        "--define:process.env.NODE_ENV=\"production\"", "--legal-comments=none", `--outdir=${join(out, name)}`,
        `--metafile=${join(out, name)}.json`,
      ],
      { env: { ...process.env, NODE_PATH: modules }, stdio: "inherit" },
    );
  }
}

/** The chunks that a page's module imports at once: as the usual bundlers do, the page names them, so that they are no detour. */
export function chunksOf(out, name) {
  const { outputs } = JSON.parse(readFileSync(join(out, `${name}.json`), "utf8"));
  const entry = Object.values(outputs).find(({ entryPoint }) => entryPoint?.endsWith(`pages/${name}.js`));
  return entry.imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => basename(path));
}
