// Builds what the pages need from the npm packages: our theme, the design system, fonts and icons.
// Everything lands in varjebarn/web/static/vendor/, which git ignores. Works without network.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const work = join(root, "frontend", "build");
const vendor = join(root, "varjebarn", "web", "static", "vendor");

const FONTS = [
  {
    family: "Atkinson Hyperlegible Next",
    package: "atkinson-hyperlegible-next",
    file: "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    weights: "200 800",
  },
  {
    family: "Lexend",
    package: "lexend",
    file: "lexend-latin-wght-normal.woff2",
    weights: "100 900",
  },
];

const LICENCES = {
  "designsystemet.txt": "@digdir/designsystemet-css/LICENSE",
  "atkinson-hyperlegible-next.txt": "@fontsource-variable/atkinson-hyperlegible-next/LICENSE",
  "lexend.txt": "@fontsource-variable/lexend/LICENSE",
  "aksel-icons.txt": "@navikt/aksel-icons/LICENSE",
};

function designsystemet(...words) {
  const cli = join(modules, "@digdir", "designsystemet", "dist", "bin", "designsystemet.js");
  execFileSync(process.execPath, [cli, ...words], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

function buildTheme() {
  const config = join("frontend", "theme.json");
  const tokens = join("frontend", "build", "tokens");
  designsystemet("tokens", "create", "--config", config, "--clean", "true");
  designsystemet("tokens", "build", "--config", config, "-t", tokens, "-o", join("frontend", "build", "css"));
  copyFileSync(join(work, "css", "varjebarn.css"), join(vendor, "ds", "theme.css"));
}

function copyDesignSystem() {
  const css = join(modules, "@digdir", "designsystemet-css", "dist", "src", "index.css");
  copyFileSync(css, join(vendor, "ds", "index.css"));
  // The source map is not shipped, and a hashing static storage would look for it.
  const script = readFileSync(join(modules, "@digdir", "designsystemet-web", "dist", "umd", "index.js"), "utf8");
  writeFileSync(join(vendor, "ds", "web.js"), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

function copyFonts() {
  const faces = FONTS.map((font) => {
    copyFileSync(
      join(modules, "@fontsource-variable", font.package, "files", font.file),
      join(vendor, "fonts", font.file),
    );
    return `@font-face {
  font-family: "${font.family}";
  font-style: normal;
  font-display: swap;
  font-weight: ${font.weights};
  src: url("${font.file}") format("woff2");
}
`;
  });
  writeFileSync(join(vendor, "fonts", "fonts.css"), faces.join("\n"));
}

// ChildEyes becomes child-eyes.svg.
function iconName(pascal) {
  return pascal.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

function copyIcons() {
  const names = readFileSync(join(root, "frontend", "icons.txt"), "utf8").split("\n").filter(Boolean);
  for (const name of names) {
    copyFileSync(
      join(modules, "@navikt", "aksel-icons", "dist", "svg", `${name}.svg`),
      join(vendor, "icons", `${iconName(name)}.svg`),
    );
  }
}

function copyLicences() {
  for (const [target, source] of Object.entries(LICENCES)) {
    if (existsSync(join(modules, source))) copyFileSync(join(modules, source), join(vendor, "licences", target));
  }
}

rmSync(vendor, { recursive: true, force: true });
rmSync(work, { recursive: true, force: true });
for (const folder of ["ds", "fonts", "icons", "licences"]) mkdirSync(join(vendor, folder), { recursive: true });
buildTheme();
copyDesignSystem();
copyFonts();
copyIcons();
copyLicences();
rmSync(work, { recursive: true, force: true });
