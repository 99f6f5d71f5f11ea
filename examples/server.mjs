// Where the examples find the server: MCP_URL, or the built jar, started over stdio against its sandbox.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(new URL('../generated-server/target/attio-mcp-server.jar', import.meta.url));

/** {url} of a running server, or {command, args} that start one. */
export function server() {
  if (process.env.MCP_URL) {
    return { url: process.env.MCP_URL };
  }
  if (!existsSync(jar)) {
    console.error('The server is not built. Run in the root of the project: mvn -DskipTests package');
    process.exit(3);
  }
  return { command: 'java', args: ['-jar', jar, 'stdio', '--sandbox'] };
}
