// Opens every .bpmn file of a folder as other tools do, saves it again into another folder, and prints a JSON line for each:
// {"file", "warnings": what bpmn-moddle did not understand, "findings": what bpmnlint's recommended rules say}.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const [from, to] = process.argv.slice(2);
for (const file of readdirSync(from).filter(name => name.endsWith('.bpmn')).sort()) {
  const moddle = new BpmnModdle();
  const { rootElement, warnings } = await moddle.fromXML(readFileSync(join(from, file), 'utf8'));
  // Rules remember what they have seen, so every file has its own.
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
  const results = await linter.lint(rootElement);
  const findings = Object.entries(results).flatMap(([rule, reports]) =>
    reports.map(report => `${report.category} ${rule} ${report.id}: ${report.message}`));
  writeFileSync(join(to, file), (await moddle.toXML(rootElement, { format: true })).xml);
  console.log(JSON.stringify({ file, warnings: warnings.map(warning => warning.message), findings }));
}
