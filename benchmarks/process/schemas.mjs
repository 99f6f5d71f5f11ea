#!/usr/bin/env node
// What it costs that tools know the workspace: reads of the API and milliseconds, beside the same without (`--schemas
// published`), in turns in one run, against a workspace on this machine.
//
//   node schemas.mjs [--runs 5] [--calls 400] [--warmup 2000] [--json FILE]
//
// Build the project first. Linux only (reads /proc). It fails when more is read than may be: 4 times for a first call, 14 times for a first list.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StdioServer } from './mcp.mjs';
import { company, startWorkspace } from './workspace.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    calls: { type: 'string', default: '400' },
    warmup: { type: 'string', default: '2000' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(1, 8).join('\n').replace(/^\/\/ ?/gm, ''));
  process.exit(0);
}
const runs = Number(options.runs);
const calls = Number(options.calls);
const warmup = Number(options.warmup);
const tool = 'create_a_attio_company';

const jar = join(fileURLToPath(new URL('../..', import.meta.url)), 'generated-server/target/attio-mcp-server.jar');
if (!existsSync(jar)) {
  console.error('The server is not built. Run in the root of the project: mvn -DskipTests package');
  process.exit(3);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, digits = 1) => Number(number.toFixed(digits));

/** CPU milliseconds that a process has used, from /proc (clock ticks are 10 ms). */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return { ms: performance.now() - startedAt, result };
}

const workspace = await startWorkspace();

/** A server that is there and has answered once. */
async function started(schemas) {
  const server = new StdioServer(['java', '-jar', jar, 'stdio', '--base-url', workspace.url, '--schemas', schemas], {
    ATTIO_API_KEY: 'benchmark',
  });
  await server.connect();
  return server;
}

/** What the first use of a new server costs. */
async function first(schemas, use) {
  const server = await started(schemas);
  try {
    workspace.reads();
    const before = cpuMs(server.pid);
    const { ms } = await timed(() => use(server));
    return { ms, cpu: cpuMs(server.pid) - before, reads: workspace.reads() };
  } finally {
    await server.close();
  }
}

async function inTurns(title, exact, mostReads, use) {
  const seen = { published: [], [exact]: [] };
  for (let run = 0; run < runs; run++) {
    for (const schemas of Object.keys(seen)) seen[schemas].push(await first(schemas, use));
  }
  const published = median(seen.published.map(({ ms }) => ms));
  const exactMs = median(seen[exact].map(({ ms }) => ms));
  const moreCpu = median(seen[exact].map(({ cpu }) => cpu)) - median(seen.published.map(({ cpu }) => cpu));
  const reads = Math.max(...seen[exact].map((each) => each.reads));
  console.log(
    `${title.padEnd(20)} published ${round(published)} ms, exact ${round(exactMs)} ms: ` +
      `${round(exactMs - published)} ms more, ${moreCpu} CPU ms more, ${reads} reads (at most ${mostReads})`,
  );
  if (reads > mostReads) process.exitCode = 1;
  return { published, exact: exactMs, more: exactMs - published, moreCpuMs: moreCpu, reads };
}

/** Calls one after the other, by servers that know their workspace already; in blocks, so that both see the same load. */
async function warm() {
  const servers = { published: await started('published'), exact: await started('auto') };
  const seen = { published: [], exact: [] };
  try {
    for (const server of Object.values(servers)) {
      for (let i = 0; i < warmup; i++) await server.call(tool, company);
    }
    workspace.reads();
    for (let block = 0; block < 20; block++) {
      for (const [name, server] of Object.entries(servers)) {
        for (let i = 0; i < calls / 20; i++) seen[name].push((await timed(() => server.call(tool, company))).ms);
      }
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
  const [published, exact] = [median(seen.published), median(seen.exact)];
  const reads = workspace.reads();
  console.log(
    `${'warm call'.padEnd(20)} published ${round(published, 3)} ms, exact ${round(exact, 3)} ms: ` +
      `${round(exact - published, 3)} ms more, ${reads} reads in ${calls} calls`,
  );
  return { published, exact, more: exact - published, reads };
}

const list = async (server) => {
  const { result } = await server.request('tools/list');
  if (result.tools.length < 97) throw new Error(`only ${result.tools.length} tools are listed`);
};
try {
  console.log(`medians of ${runs} (load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]})`);
  const figures = {
    firstCall: await inTurns('first call', 'auto', 4, (server) => server.call(tool, company)),
    firstList: await inTurns('first list', 'wait', 14, list),
    warmCall: await warm(),
  };
  if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 1));
} finally {
  workspace.close();
}
