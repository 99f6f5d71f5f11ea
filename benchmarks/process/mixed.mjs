#!/usr/bin/env node
// What broken requests cost the good ones: 64 in flight over HTTP, good calls alone and among broken requests of both
// eras of the protocol, in turns in one run.
//
//   node mixed.mjs [--requests 10000] [--rounds 3] [--json FILE]
//
// Build the project first. Linux only (reads /proc). Fails when an answer is wrong, when the 99th percentile of good
// calls among others is three times that of good calls alone, or when the server holds more at the end than before.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(1, 9).join('\n').replace(/^\/\/ ?/gm, ''));
  process.exit(0);
}
const requests = Number(options.requests);
const rounds = Number(options.rounds);
const inFlight = 64;
const root = fileURLToPath(new URL('../..', import.meta.url));
const jar = join(root, 'generated-server/target/attio-mcp-server.jar');
if (!existsSync(jar)) {
  console.error('The server is not built. Run in the root of the project: mvn -DskipTests package');
  process.exit(3);
}

const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};
const message = (method, params) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
const self = { name: 'list_all_attio_me', arguments: {} };
const older = { 'mcp-protocol-version': '2025-11-25' };
const newer = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': self.name };
const call = message('tools/call', self);
const newCall = message('tools/call', { ...self, _meta: meta });

const good = [
  { headers: older, body: call, status: 200, says: 'Sample workspace' },
  { headers: newer, body: newCall, status: 200, says: 'Sample workspace' },
];
const others = [
  { headers: older, body: message('ping'), status: 200, says: '"result":{}' },
  { headers: older, body: message('tools/list'), status: 200, says: 'inputSchema' },
  { headers: older, body: '', status: 400 },
  { headers: older, body: '{', status: 400, says: '-32700' },
  { headers: older, body: call + call, status: 400, says: '-32700' },
  { headers: older, body: '['.repeat(100_000), status: 400, says: '-32700' },
  { headers: older, body: `{"a":"${'x'.repeat(300_000)}"}`, status: 400, says: '-32700' },
  { headers: older, body: call.replace('2.0', '1.0'), status: 400, says: '-32600' },
  { headers: older, body: call.replace('_me"', '_you"'), status: 200, says: '-32602' },
  { headers: older, body: call.replace('{}', '{"base_url":1}'), status: 200, says: '"isError":true' },
  { headers: { ...newer, 'mcp-name': 'other' }, body: newCall, status: 400, says: '-32020' },
  { headers: { ...newer, 'mcp-method': 'tools/list' }, body: newCall, status: 400, says: '-32020' },
  { headers: { ...older, 'content-encoding': 'gzip' }, body: call, status: 415 },
  { headers: { ...older, origin: 'https://evil.example' }, body: call, status: 403 },
];
const mixture = others.flatMap((other, i) => [other, good[i % good.length]]);

const agent = new http.Agent({ keepAlive: true, maxSockets: inFlight });

/** Sends one and checks its answer; milliseconds that it took. */
function send(url, { headers, body, status, says = '' }) {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === status && text.includes(says)) resolve(performance.now() - startedAt);
          else reject(new Error(`expected ${status} ${says}, got ${response.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends so many of these in turn, 64 at a time; the milliseconds of the good ones, in order of size. */
async function drive(url, envelopes) {
  const millis = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < requests) {
        const envelope = envelopes[next++ % envelopes.length];
        const took = await send(url, envelope);
        if (good.includes(envelope)) millis.push(took);
      }
    }),
  );
  return millis.sort((a, b) => a - b);
}

const p99 = (sorted) => sorted[Math.floor(sorted.length * 0.99)];
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** What the process holds: threads, open files, and bytes on the heap that are still needed. */
function held(pid) {
  const histogram = execFileSync('jcmd', [String(pid), 'GC.class_histogram'], { maxBuffer: 1 << 26 }).toString();
  return {
    threads: readdirSync(`/proc/${pid}/task`).length,
    handles: readdirSync(`/proc/${pid}/fd`).length,
    heapMb: Number(/^Total\s+\d+\s+(\d+)/m.exec(histogram)[1]) / (1 << 20),
  };
}

function started(command, args, environment, pattern) {
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    const look = (chunk) => {
      printed += chunk;
      const found = pattern.exec(printed);
      if (found) resolve({ child, found: found[0] });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', () => reject(new Error(`ended: ${printed}`)));
  });
}

const stub = await started(process.execPath, [fileURLToPath(new URL('stub.mjs', import.meta.url))], {}, /\d+/);
const server = await started(
  'java',
  ['-Xmx256m', '-jar', jar, 'http', '--port', '0', '--schemas', 'published', '--base-url', `http://127.0.0.1:${stub.found}`],
  { ATTIO_API_KEY: 'benchmark' },
  /http:\/\/127\.0\.0\.1:\d+\/mcp/,
);
try {
  await drive(server.found, good);
  await drive(server.found, mixture);
  const before = held(server.child.pid);
  const seen = { alone: [], mixed: [] };
  for (let round = 0; round < rounds; round++) {
    seen.alone.push(p99(await drive(server.found, good)));
    seen.mixed.push(p99(await drive(server.found, mixture)));
  }
  const after = held(server.child.pid);
  const figures = { aloneMs: median(seen.alone), mixedMs: median(seen.mixed), before, after };
  figures.ratio = figures.mixedMs / figures.aloneMs;
  console.log(
    `HTTP, ${inFlight} in flight, ${requests} requests a round, medians of ${rounds} ` +
      `(load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]})`,
  );
  console.log(
    `  p99 of good calls: alone ${figures.aloneMs.toFixed(1)} ms, among broken ones ${figures.mixedMs.toFixed(1)} ms, ` +
      `ratio ${figures.ratio.toFixed(2)} (less than 3)`,
  );
  const words = ({ threads, handles, heapMb }) => `${threads} threads, ${handles} handles, ${heapMb.toFixed(1)} MB`;
  console.log(`  held before: ${words(before)}; after: ${words(after)}`);
  if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 1));
  const grown =
    after.threads > before.threads + 4 || after.handles > before.handles + 4 || after.heapMb > before.heapMb + 8;
  if (figures.ratio >= 3 || grown) process.exitCode = 1;
} finally {
  agent.destroy();
  server.child.removeAllListeners('exit');
  stub.child.removeAllListeners('exit');
  server.child.kill('SIGTERM');
  stub.child.kill();
}
