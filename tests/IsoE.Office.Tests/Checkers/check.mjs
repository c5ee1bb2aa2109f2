// Holds data against a JSON Schema: reads {"schema": {...}, "files": [{"name": ..., "data": ...}]} on the standard input and
// writes what is wrong as JSON lines {"file": ..., "message": ...}.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const say = (file, message) => console.log(JSON.stringify({ file, message }));
const request = JSON.parse(readFileSync(0, 'utf8'));

const validate = new Ajv({ allErrors: true, strict: false }).compile(request.schema);
for (const { name, data } of request.files) {
  if (!validate(data)) validate.errors.slice(0, 20).forEach(error => say(name, `${error.instancePath} ${error.message}`));
}
