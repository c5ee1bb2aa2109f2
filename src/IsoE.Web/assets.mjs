// Copies what the pages need from node_modules to wwwroot/lib and draws the icon sprite. Run by the build.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const modules = 'node_modules';
const lib = join('wwwroot', 'lib');

const files = {
  'bootstrap/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  'htmx/htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'datepicker/datepicker.min.js': 'vanillajs-datepicker/dist/js/datepicker.min.js',
  'datepicker/vi.js': 'vanillajs-datepicker/dist/js/locales/vi.js',
  'datepicker/datepicker.min.css': 'vanillajs-datepicker/dist/css/datepicker-bs5.min.css',
};
for (const subset of ['latin', 'vietnamese']) {
  for (const weight of [400, 600]) {
    const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    files[`fonts/${name}`] = `@fontsource/be-vietnam-pro/files/${name}`;
  }
}

const icons = readFileSync('icons.txt', 'utf8').split('\n').map(line => line.trim()).filter(Boolean);

rmSync(lib, { recursive: true, force: true });
for (const [to, from] of Object.entries(files)) {
  mkdirSync(dirname(join(lib, to)), { recursive: true });
  copyFileSync(join(modules, from), join(lib, to));
}

const symbols = icons.map(name => {
  const svg = readFileSync(join(modules, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
  const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/<path stroke="none"[^>]*\/>/, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" `
    + `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
});
writeFileSync(join(lib, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`);
writeFileSync(join(lib, '.stamp'), 'made by the build from package-lock.json, icons.txt and assets.mjs\n');
