// Reads one JSON request on the standard input and writes what is wrong as JSON lines: {"file": ..., "message": ...}.
//   {"schema": {...}, "files": [{"name": ..., "data": ...}]}   holds data against a JSON Schema
//   {"bpmn": [{"name": ..., "xml": ...}]}                      reads BPMN and lints it
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import BpmnModdle from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const say = (file, message) => console.log(JSON.stringify({ file, message }));
const request = JSON.parse(readFileSync(0, 'utf8'));

if (request.schema) {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(request.schema);
  for (const { name, data } of request.files) {
    if (!validate(data)) validate.errors.slice(0, 20).forEach(error => say(name, `${error.instancePath} ${error.message}`));
  }
}

const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
for (const { name, xml } of request.bpmn ?? []) {
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
    warnings.forEach(warning => say(name, warning.message));
    const results = await linter.lint(rootElement);
    for (const [rule, reports] of Object.entries(results)) {
      reports.filter(report => report.category === 'error').forEach(report => say(name, `${rule}: ${report.id} ${report.message}`));
    }
  } catch (failure) {
    say(name, failure.message);
  }
}
