// The loop between a model and an MCP server: list the tools, let the model choose, call, hand back the answer.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { nextStep, request } from '../lead-triage.mjs';
import { server } from '../server.mjs';

const where = server();
const transport = where.url
  ? new StreamableHTTPClientTransport(new URL(where.url))
  : new StdioClientTransport({ ...where, stderr: 'inherit' });
const client = new Client({ name: 'plain-client', version: '1.0.0' });
await client.connect(transport);
try {
  const { tools } = await client.listTools();
  console.log(`${tools.length} tools. A person asks: ${request}\n`);

  const answers = [];
  for (;;) {
    const step = nextStep(answers);
    if (step.text) {
      console.log(`\nmodel: ${step.text}`);
      break;
    }
    const { name } = step.call;
    if (!tools.some((tool) => tool.name === name)) {
      throw new Error(`The model asked for ${name}, which the server does not offer.`);
    }
    console.log(`model calls ${name} ${JSON.stringify(step.call.arguments)}`);
    const result = await client.callTool(step.call);
    if (result.isError) {
      throw new Error(result.content[0].text);
    }
    answers.push(JSON.parse(result.content[0].text));
  }
} finally {
  await client.close();
}
