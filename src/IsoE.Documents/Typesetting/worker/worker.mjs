// Compiles Typst jobs to PDF, one at a time: a job frame comes in on standard input, a result frame goes out on
// standard output. A frame is a 4-byte little-endian length, a JSON header of that length, then the bytes the
// header announces. The worker ends when its input ends.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const { NodeCompiler } = loadCompiler();
const here = dirname(fileURLToPath(import.meta.url));
const settings = JSON.parse(process.argv[2]);

// Nothing exists on disk below this root: templates see only the files mapped here, so no path leads out of it.
const root = join(here, 'root');
const mapped = new Map();
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: settings.fontFolders }] });

/** The compiler's binary for this machine: npm installs the one that fits. */
function loadCompiler() {
  const require = createRequire(import.meta.url);
  const failures = [];
  for (const library of ['gnu', 'musl']) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-${library}`);
    } catch (error) {
      failures.push(error.message.split('\n')[0]);
    }
  }
  throw new Error(`There is no Typst compiler for ${process.platform} ${process.arch}: ${failures.join('; ')}`);
}

function map(path, bytes) {
  if (mapped.get(path)?.equals(bytes)) return;
  compiler.mapShadow(join(root, path), bytes);
  mapped.set(path, bytes);
}

function unmapAllBut(paths) {
  for (const path of mapped.keys()) {
    if (paths.has(path)) continue;
    compiler.unmapShadow(join(root, path));
    mapped.delete(path);
  }
}

/** The template files of a folder by name. Links are left out: they could lead anywhere. */
function templatesIn(folder) {
  const files = new Map();
  const visit = current => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.set(relative(folder, path).split(sep).join('/'), readFileSync(path));
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) visit(folder);
  return files;
}

const builtIn = templatesIn(settings.templates);

function filesOf(job, data, assets) {
  const files = new Map([['main.typ', mainFile]]);
  for (const [name, bytes] of builtIn) files.set(`templates/${name}`, bytes);
  if (job.overrides) for (const [name, bytes] of templatesIn(job.overrides)) files.set(`templates/${name}`, bytes);
  const nfc = (_, value) => typeof value === 'string' ? value.normalize('NFC') : value;
  files.set('job/data.json', Buffer.from(JSON.stringify(JSON.parse(data.toString('utf8'), nfc))));
  const { template, title, author, date, language } = job;
  const seen = { template, title, author, date, language, fonts: settings.fontFamilies };
  files.set('job/job.json', Buffer.from(JSON.stringify(seen, (key, value) => nfc(key, value))));
  for (const [name, bytes] of assets) files.set(`assets/${name}`, bytes);
  return files;
}

const mainFile = readFileSync(join(here, 'main.typ'));

function compile(job, data, assets) {
  const files = filesOf(job, data, assets);
  const packages = [...files].find(([name, bytes]) => name.endsWith('.typ') && /\b(import|include)\s+"@/.test(bytes.toString()));
  if (packages) return { error: `${packages[0]}: templates cannot use packages` };
  unmapAllBut(files);
  for (const [path, bytes] of files) map(path, bytes);
  const result = compiler.compile({ mainFilePath: join(root, 'main.typ') });
  if (!result.result) return { error: describe(result) };
  return { pdfs: job.standards.map(standard => compiler.pdf(result.result, { pdfStandard: standard })) };
}

function describe(result) {
  const diagnostics = compiler.fetchDiagnostics(result.takeDiagnostics()).filter(d => d.severity === 1);
  return diagnostics.map(d => {
    const file = d.path ? relative(root, d.path).split(sep).join('/') : '';
    const place = file && d.range ? `${file}:${d.range.start.line + 1}:${d.range.start.character + 1}: ` : '';
    return place + d.message;
  }).join('\n');
}

const input = process.stdin[Symbol.asyncIterator]();
let held = Buffer.alloc(0);

async function read(length) {
  const parts = [held];
  for (let have = held.length; have < length; have += parts.at(-1).length) {
    const { value, done } = await input.next();
    if (done) process.exit(0);
    parts.push(value);
  }
  const all = Buffer.concat(parts);
  held = all.subarray(length);
  return all.subarray(0, length);
}

function write(header, bodies) {
  const text = Buffer.from(JSON.stringify({ ...header, lengths: bodies.map(body => body.length) }));
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32LE(text.length);
  return new Promise((sent, failed) =>
    process.stdout.write(Buffer.concat([prefix, text, ...bodies]), error => error ? failed(error) : sent()));
}

// A compilation cannot be interrupted from within; without this a worker in a long job would outlive its parent.
new Worker(`
  const parent = ${process.ppid};
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
`, { eval: true }).unref();

for (;;) {
  const job = JSON.parse((await read((await read(4)).readUInt32LE())).toString('utf8'));
  const data = await read(job.dataLength);
  const assets = [];
  for (const asset of job.assets) assets.push([asset.name, await read(asset.length)]);
  let answer;
  try {
    answer = compile(job, data, assets);
  } catch (error) {
    answer = { error: String(error?.message ?? error) };
  }
  if (answer.pdfs) await write({ ok: true }, answer.pdfs);
  else await write({ ok: false }, [Buffer.from(answer.error)]);
  compiler.evictCache(2);
}
