// Lays Elsa Studio's files, compressed as the package has them, where the build copies them beside the program.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const from = join('node_modules', '@elsa-workflows', 'elsa-studio-wasm');
const to = 'studio';

function* filesIn(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

// The compressed copy serves for all; the host page is our own, and signing in is not Studio's matter.
const isWanted = path => !path.endsWith('.gz') && !existsSync(`${path}.br`)
  && !/(index\.html|package\.json|\.scss|\.map|login_background_\w+\.png)(\.br)?$/.test(path);

rmSync(to, { recursive: true, force: true });
for (const path of filesIn(from)) {
  if (!isWanted(path)) continue;
  const target = join(to, relative(from, path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(path, target);
}
writeFileSync(join(to, '.stamp'), 'made by the build from package-lock.json and studio-files.mjs\n');
