// Counts what a model gets to see of tools: name, description and input schema, in o200k tokens.
//   node tokens.mjs < [{name, description, inputSchema}]      prints {"total", "tools": {name: tokens}}
import { text } from 'node:stream/consumers';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

const tools = JSON.parse(await text(process.stdin));
const seen = ({ name, description, inputSchema }) => ({ name, description, input_schema: inputSchema });
console.log(
  JSON.stringify({
    total: countTokens(JSON.stringify(tools.map(seen))),
    tools: Object.fromEntries(tools.map(tool => [tool.name, countTokens(JSON.stringify(seen(tool)))])),
  }),
);
