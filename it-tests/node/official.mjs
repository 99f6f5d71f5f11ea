// Drives an MCP server with an official client through all that such a client does, and prints what it sees, one JSON object
// a line: what it listed, a quick call, the progress of a slow one, the end of a slow one that it takes back, a quick one.
//   node official.mjs '{"client": "v1"|"v2"|"langchain", "era": "legacy"|"auto"|"2026-07-28", "command": [...] or "url": URL,
//     "env": {…}, "adapter": FOLDER, "quick": TOOL, "slow": TOOL}'
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const job = JSON.parse(process.argv[2]);
const say = (what) => console.log(JSON.stringify(what));

async function sdk() {
  if (job.client === 'v1') {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    return { Client, StdioClientTransport, StreamableHTTPClientTransport };
  }
  const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  return { Client, StdioClientTransport, StreamableHTTPClientTransport };
}

async function official() {
  const { Client, StdioClientTransport, StreamableHTTPClientTransport } = await sdk();
  const mode = job.era === 'legacy' || job.era === 'auto' ? job.era : { pin: job.era };
  const client = new Client({ name: `toolsmith-it-${job.client}`, version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(
    job.url
      ? new StreamableHTTPClientTransport(new URL(job.url))
      : new StdioClientTransport({
          command: job.command[0],
          args: job.command.slice(1),
          env: { ...process.env, ...job.env },
          stderr: 'inherit',
        }),
  );
  const capabilities = client.getServerCapabilities();
  return {
    tools: async () => (await client.listTools()).tools.map((tool) => tool.name),
    prompts: async () => (capabilities.prompts ? (await client.listPrompts()).prompts.map((prompt) => prompt.name) : []),
    resources: async () =>
      capabilities.resources ? (await client.listResources()).resources.map((resource) => resource.uri) : [],
    call: async (name, onprogress, signal) => {
      const options = { timeout: 300_000, onprogress, signal };
      const result = await (job.client === 'v1'
        ? client.callTool({ name, arguments: {} }, undefined, options)
        : client.callTool({ name, arguments: {} }, options));
      return result.content[0].text;
    },
    close: () => client.close(),
  };
}

async function langchain() {
  const adapters = createRequire(join(job.adapter, 'package.json')).resolve('@langchain/mcp-adapters');
  const { MultiServerMCPClient } = await import(pathToFileURL(adapters));
  let progressed = () => {};
  const client = new MultiServerMCPClient({
    mcpServers: {
      attio: job.url
        ? { transport: 'http', url: job.url }
        : { transport: 'stdio', command: job.command[0], args: job.command.slice(1), env: { ...process.env, ...job.env } },
    },
    onProgress: (progress) => progressed(progress),
  });
  const tools = await client.getTools();
  return {
    tools: async () => tools.map((tool) => tool.name),
    prompts: async () => [],
    resources: async () => [],
    call: async (name, onprogress, signal) => {
      progressed = onprogress ?? (() => {});
      const result = await tools.find((tool) => tool.name === name).invoke({}, { signal, timeout: 300_000 });
      return typeof result === 'string' ? result : result[0].text;
    },
    close: () => client.close(),
  };
}

const client = await (job.client === 'langchain' ? langchain() : official());
try {
  say({ tools: await client.tools(), prompts: await client.prompts(), resources: await client.resources() });
  say({ quick: await client.call(job.quick) });
  say({ slow: await client.call(job.slow, ({ progress }) => say({ progress })) });
  const taken = new AbortController();
  await client
    .call(job.slow, () => taken.abort('taken back'), taken.signal)
    .then((text) => say({ answered: text }), (error) => say({ takenBack: String(error?.message ?? error) }));
  say({ again: await client.call(job.quick) });
} finally {
  await client.close();
}
