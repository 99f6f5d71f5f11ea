// The two ends of MCP that the benchmark needs: JSON-RPC over a child's standard streams, and over HTTP.
import { spawn } from 'node:child_process';
import http from 'node:http';

const initialize = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'process-benchmark', version: '1' },
};

/** A server as a child process, spoken to over its standard streams. */
export class StdioServer {
  constructor([command, ...args], environment) {
    this.startedAt = performance.now();
    this.child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'ignore'] });
    this.waiting = new Map();
    this.nextId = 1;
    let rest = '';
    this.child.stdout.setEncoding('utf8').on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const message = JSON.parse(line);
        this.waiting.get(message.id)?.resolve(message);
        this.waiting.delete(message.id);
      }
    });
    this.ended = new Promise((resolve) => {
      this.child.on('exit', (code) => {
        for (const { reject } of this.waiting.values()) reject(new Error(`the server ended with ${code}`));
        resolve(code);
      });
    });
  }

  request(method, params) {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.stdin.write(JSON.stringify({ jsonrpc: '2.0', id, method, params }) + '\n');
    });
  }

  async connect() {
    await this.request('initialize', initialize);
    this.child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  }

  async call(name, args) {
    return succeeded(await this.request('tools/call', { name, arguments: args }));
  }

  get pid() {
    return this.child.pid;
  }

  async close() {
    this.child.stdin.end();
    const stubborn = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await this.ended;
    clearTimeout(stubborn);
  }
}

/** A server reached over HTTP. */
export class HttpServer {
  constructor(url) {
    this.url = url;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
    this.nextId = 1;
  }

  request(method, params) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: this.nextId++, method, params }));
    return post(this.url, this.agent, body, {
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
    });
  }

  async connect() {
    await this.request('initialize', initialize);
  }

  async call(name, args) {
    return succeeded(await this.request('tools/call', { name, arguments: args }));
  }

  close() {
    this.agent.destroy();
  }
}

function succeeded(message) {
  if (message.error || message.result.isError) {
    throw new Error(`a call failed: ${JSON.stringify(message).slice(0, 300)}`);
  }
  return message;
}

/** The JSON answer to a POST; to a GET when there is no body. */
export function post(url, agent, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: body ? 'POST' : 'GET',
        agent,
        headers: body ? { 'content-type': 'application/json', 'content-length': body.length, ...headers } : headers,
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks))));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
