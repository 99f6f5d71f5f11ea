// Drives an MCP server with an official TypeScript client and prints what it saw as one line of JSON.
//   node clients.mjs < {"sdk": "v1"|"v2", "command": [...], "env": {…}} or {"sdk", "url"}, with "calls": [{name, arguments}]
import { text } from 'node:stream/consumers';

const job = JSON.parse(await text(process.stdin));

async function sdk() {
  if (job.sdk === 'v1') {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    return { Client, StdioClientTransport, StreamableHTTPClientTransport };
  }
  const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  return { Client, StdioClientTransport, StreamableHTTPClientTransport };
}

const { Client, StdioClientTransport, StreamableHTTPClientTransport } = await sdk();
const client = new Client({ name: `toolsmith-it-${job.sdk}`, version: '1.0.0' }, { capabilities: {} });
const transport = job.url
  ? new StreamableHTTPClientTransport(new URL(job.url))
  : new StdioClientTransport({
      command: job.command[0],
      args: job.command.slice(1),
      env: { ...process.env, ...job.env },
      stderr: 'inherit',
    });
try {
  await client.connect(transport);
  const { tools } = await client.listTools();
  const answers = [];
  for (const call of job.calls) {
    answers.push(await client.callTool(call));
  }
  console.log(JSON.stringify({ server: client.getServerVersion(), tools: tools.map(tool => tool.name), answers }));
} finally {
  await client.close();
}
