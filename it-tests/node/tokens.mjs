// Counts what a model gets to see of tools: name, description and input schema, in o200k tokens, as
// `tools --tokens` does.
//   node tokens.mjs < [{name, description, inputSchema}]      prints {"total", "tools": {name: tokens}}
import { text } from 'node:stream/consumers';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

const tools = JSON.parse(await text(process.stdin));
const tokens = ({ name, description, inputSchema }) =>
  countTokens(`${name}\n${description}\n`) + countTokens(JSON.stringify(inputSchema));
const byName = Object.fromEntries(tools.map(tool => [tool.name, tokens(tool)]));
console.log(JSON.stringify({ total: Object.values(byName).reduce((sum, each) => sum + each, 0), tools: byName }));
