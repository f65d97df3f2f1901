// node validate.mjs <folder with node_modules> <schema>: each line of the input is a document, and each line of the output says whether the schema takes it.
// Ajv with its own options: strict, and patterns read with the u flag, as ECMA-262 has them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(process.argv[2] + '/');
const Ajv = require('ajv').default;
const validate = new Ajv({ logger: false }).compile(JSON.parse(readFileSync(process.argv[3], 'utf8')));
const answers = [];
for await (const line of createInterface({ input: process.stdin })) {
  answers.push(validate(JSON.parse(line)));
}

process.stdout.write(answers.join('\n'));
