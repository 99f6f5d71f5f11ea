#!/usr/bin/env node
// What a server costs as a process: start, calls, memory. Everything that is compared runs in turns in one run.
//
//   node bench.mjs [--runs 9] [--warmup 6000] [--calls 20000] [--json FILE]
//
// Build the project first. With the environment variable ATTIO_SNAPSHOT naming Attio's own OpenAPI file, and after
// `npm ci` here, the peer @ivotoby/openapi-mcp-server takes part in the start figures. Linux only (reads /proc).
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HttpServer, StdioServer, post } from './mcp.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    warmup: { type: 'string', default: '6000' },
    calls: { type: 'string', default: '20000' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(1, 8).join('\n').replace(/^\/\/ ?/gm, ''));
  process.exit(0);
}
const runs = Number(options.runs);
const warmup = Number(options.warmup);
const calls = Number(options.calls);
const inFlight = 16;

const root = fileURLToPath(new URL('../..', import.meta.url));
const jar = join(root, 'generated-server/target/attio-mcp-server.jar');
if (!existsSync(jar)) {
  console.error('The server is not built. Run in the root of the project: mvn -DskipTests package');
  process.exit(3);
}
const work = mkdtempSync(join(tmpdir(), 'process-benchmark-'));
const launcherEnvironment = { TOOLSMITH_CACHE: join(work, 'cache') };
const tool = 'list_all_attio_me';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, digits = 1) => Number(number.toFixed(digits));

/** CPU milliseconds that a process has used, from /proc (clock ticks are 10 ms). */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process in MB. */
function rssMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

function startStub() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('stub.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => child.stdout.once('data', (line) => resolve({ child, port: Number(line) })));
}

/** Keeps a number of calls in flight until all are answered. Returns calls a second. */
async function pump(count, call) {
  let left = count;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await call();
    }),
  );
  return count / ((performance.now() - startedAt) / 1000);
}

function hello() {
  writeFileSync(join(work, 'Hello.java'), 'class Hello { public static void main(String[] a) { System.out.println("hello"); } }');
  execFileSync('javac', ['Hello.java'], { cwd: work });
  return () => {
    const startedAt = performance.now();
    execFileSync('java', ['-cp', work, 'Hello']);
    return performance.now() - startedAt;
  };
}

/** Milliseconds from spawn to the answered list, and to the first answered call after that. */
async function start({ command, environment, callName }) {
  const server = new StdioServer(command, environment);
  try {
    await server.connect();
    const list = await server.request('tools/list');
    const listed = performance.now() - server.startedAt;
    await server.call(callName, {});
    return { tools: list.result.tools.length, listed, called: performance.now() - server.startedAt };
  } finally {
    await server.close();
  }
}

function contestants(stub) {
  const base = `http://127.0.0.1:${stub.port}`;
  const credential = { ATTIO_API_KEY: 'benchmark' };
  const ours = ['stdio', '--base-url', base];
  const all = {
    'java -jar': { command: ['java', '-jar', jar, ...ours], environment: credential, callName: tool },
    launcher: {
      command: [join(root, 'bin/attio-mcp-server'), ...ours],
      environment: { ...credential, ...launcherEnvironment },
      callName: tool,
    },
  };
  const peer = fileURLToPath(new URL('node_modules/.bin/openapi-mcp-server', import.meta.url));
  if (process.env.ATTIO_SNAPSHOT && existsSync(peer)) {
    all.peer = {
      command: [peer, '--transport', 'stdio', '--api-base-url', base, '--openapi-spec', process.env.ATTIO_SNAPSHOT],
      environment: {},
      callName: 'identify',
    };
  }
  return all;
}

async function startFigures(stub) {
  const all = contestants(stub);
  if (!all.peer) console.log('peer not run: it needs ATTIO_SNAPSHOT and `npm ci` in benchmarks/process');
  execFileSync(join(root, 'bin/attio-mcp-server'), ['--prepare'], { env: { ...process.env, ...launcherEnvironment } });
  const sayHello = hello();
  const seen = { hello: [] };
  for (let run = 0; run < runs; run++) {
    seen.hello.push(sayHello());
    for (const [name, contestant] of Object.entries(all)) {
      (seen[name] ??= []).push(await start(contestant));
    }
  }
  const helloMs = median(seen.hello);
  console.log(`start, medians of ${runs} (load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]})`);
  console.log(`  java Hello            ${round(helloMs)} ms`);
  const figures = { helloMs };
  for (const name of Object.keys(all)) {
    const listed = median(seen[name].map((each) => each.listed));
    const called = median(seen[name].map((each) => each.called));
    figures[name] = { tools: seen[name][0].tools, listedMs: listed, calledMs: called };
    console.log(
      `  ${name.padEnd(10)} tools/list ${round(listed)} ms (${round(listed / helloMs, 2)} x Hello), ` +
        `first call ${round(called)} ms, ${seen[name][0].tools} tools`,
    );
  }
  if (figures.peer) {
    const ratio = (name, what) => round(figures[name][what] / figures.peer[what], 2);
    console.log(`  java -jar to peer: list ${ratio('java -jar', 'listedMs')}, first call ${ratio('java -jar', 'calledMs')}`);
    console.log(`  launcher to peer:  list ${ratio('launcher', 'listedMs')}, first call ${ratio('launcher', 'calledMs')}`);
  }
  return figures;
}

async function stdioFigures(stub) {
  const { command, environment } = contestants(stub).launcher;
  const server = new StdioServer(command, environment);
  try {
    await server.connect();
    await pump(warmup, () => server.call(tool, {}));
    const before = cpuMs(server.pid);
    const rate = await pump(calls, () => server.call(tool, {}));
    const cpu = (cpuMs(server.pid) - before) / calls;
    const rss = rssMb(server.pid);
    console.log(
      `stdio, ${inFlight} in flight, ${calls} calls after ${warmup}: ${round(rate, 0)}/s, ` +
        `${round(cpu, 3)} CPU ms a call, RSS ${round(rss)} MB`,
    );
    return { rate, cpuMsPerCall: cpu, rssMb: rss };
  } finally {
    await server.close();
  }
}

function startHttp(stub) {
  const { command, environment } = contestants(stub).launcher;
  const args = [...command.slice(1)];
  args.splice(0, 1, 'http', '--port', '0');
  const child = spawn(command[0], args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    const look = (chunk) => {
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(printed);
      if (url) resolve({ child, url: url[0] });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', () => reject(new Error(`the server ended: ${printed}`)));
  });
}

async function httpFigures(stub) {
  const { child, url } = await startHttp(stub);
  const server = new HttpServer(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  try {
    await server.connect();
    const direct = () => post(`http://127.0.0.1:${stub.port}/v2/self`, agent);
    await pump(warmup, () => server.call(tool, {}));
    await pump(warmup, direct);
    const rates = { direct: [], ours: [] };
    const before = cpuMs(child.pid);
    for (let round = 0; round < 5; round++) {
      rates.direct.push(await pump(calls / 5, direct));
      rates.ours.push(await pump(calls / 5, () => server.call(tool, {})));
    }
    const cpu = (cpuMs(child.pid) - before) / calls;
    const figures = { rate: median(rates.ours), direct: median(rates.direct), cpuMsPerCall: cpu, rssMb: rssMb(child.pid) };
    console.log(
      `HTTP, ${inFlight} in flight: ${round(figures.rate, 0)}/s, direct ${round(figures.direct, 0)}/s, ratio ` +
        `${round(figures.rate / figures.direct, 3)}, ${round(cpu, 3)} CPU ms a call, RSS ${round(figures.rssMb)} MB`,
    );
    return figures;
  } finally {
    server.close();
    agent.destroy();
    child.kill('SIGTERM');
  }
}

const stub = await startStub();
try {
  const figures = { start: await startFigures(stub), stdio: await stdioFigures(stub), http: await httpFigures(stub) };
  if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 1));
} finally {
  stub.child.kill();
  rmSync(work, { recursive: true, force: true });
}
