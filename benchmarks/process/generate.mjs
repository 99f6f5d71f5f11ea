#!/usr/bin/env node
// What generating costs in a Maven build, over an empty goal of the same Maven run, and how it grows with operations.
//
//   node generate.mjs [--runs 5] [--github FILE] [--svg FILE] [--json FILE]
//
// Install the plugin first: mvn -DskipTests install. Each Maven run has the plugin twice: once skipped (the empty goal,
// which loads the plugin), then for real; a goal's time is that between the lines with which Maven announces goals. With
// --github, GitHub's own description (api.github.com.json of npm @octokit/openapi) takes part, with 512 MB of heap, and
// parts of it make the series that shows growth; without it the series is of descriptions made up here. Linux or macOS.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    github: { type: 'string' },
    svg: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(1, 10).join('\n').replace(/^\/\/ ?/gm, ''));
  process.exit(0);
}
const runs = Number(options.runs);
const root = fileURLToPath(new URL('../..', import.meta.url));
const version = /<version>([^<]+)<\/version>/.exec(
  readFileSync(join(root, 'pom.xml'), 'utf8').replace(/<parent>[\s\S]*?<\/parent>/, ''),
)[1];
const work = mkdtempSync(join(tmpdir(), 'generation-benchmark-'));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A Maven project that runs the plugin twice on one description: skipped, and for real. */
function project(name, spec, configuration) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  const execution = (id, skip) => `
          <execution>
            <id>${id}</id>
            <phase>generate-sources</phase>
            <goals><goal>generate</goal></goals>
            <configuration><skip>${skip}</skip></configuration>
          </execution>`;
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>${name}</artifactId>
  <version>1</version>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.toolsmith</groupId>
        <artifactId>toolsmith-maven-plugin</artifactId>
        <version>${version}</version>
        <executions>${execution('empty', true)}${execution('real', false)}
        </executions>
        <configuration>
          <app>sample</app>
          <packageName>com.example.sample</packageName>
          <specs><spec>${spec}</spec></specs>
          <failOn>never</failOn>
          ${configuration}
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
`,
  );
  return folder;
}

/** Milliseconds of the empty goal and of the real one in one Maven run, as the times of Maven's own lines tell. */
function build(folder, { clean = true, heap = '' } = {}) {
  if (clean) rmSync(join(folder, 'target'), { recursive: true, force: true });
  const run = spawnSync(
    'mvn',
    [
      '-B',
      '-o',
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
      '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
      'generate-sources',
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, MAVEN_OPTS: heap, MAVEN_ARGS: '' } },
  );
  if (run.status !== 0) {
    console.error(run.stdout + run.stderr);
    console.error('Maven failed. Is the plugin installed? Run in the root of the project: mvn -DskipTests install');
    process.exit(1);
  }
  const moments = run.stdout
    .split('\n')
    .filter((line) => /toolsmith[^ ]*:generate \(|BUILD SUCCESS/.test(line))
    .map((line) => /(\d\d):(\d\d):(\d\d)[.,](\d\d\d)/.exec(line).slice(1).map(Number))
    .map(([h, m, s, ms]) => ((h * 60 + m) * 60 + s) * 1000 + ms);
  const tools = Number(/sample (?:has|is up to date \()\D*(\d+) tool/.exec(run.stdout)[1]);
  return { empty: moments[1] - moments[0], real: moments[2] - moments[1], tools };
}

/** Medians of several builds of one project. */
function measured(name, spec, { configuration = '', heap = '', unchanged = false } = {}) {
  const folder = project(name, spec, configuration);
  if (unchanged) build(folder, { heap });
  const builds = Array.from({ length: runs }, () => build(folder, { heap, clean: !unchanged }));
  const empty = median(builds.map((each) => each.empty));
  const real = median(builds.map((each) => each.real));
  const row = { name, tools: builds[0].tools, empty, real, over: real - empty, load: Number(loadavg()[0].toFixed(2)) };
  console.log(
    `  ${name.padEnd(18)} ${String(row.tools).padStart(5)} tools: ${String(row.over).padStart(5)} ms over an empty goal` +
      ` (${empty} ms), load ${row.load}`,
  );
  return row;
}

/** A description with so many operations, each with parameters, a body and an answer of their own. */
function madeUp(operations) {
  const text = (description) => ({ type: 'string', description });
  const paths = {};
  const schemas = {};
  for (let i = 0; i < operations; i += 2) {
    schemas[`Item${i}`] = {
      type: 'object',
      required: ['title'],
      properties: {
        id: { type: 'string', format: 'uuid', readOnly: true },
        title: text(`What people call item ${i}.`),
        state: { type: 'string', enum: ['open', 'done', 'late'] },
        parts: { type: 'array', items: { $ref: `#/components/schemas/Part${i}` } },
      },
    };
    schemas[`Part${i}`] = {
      type: 'object',
      properties: { name: text('The name of the part.'), amount: { type: 'integer', minimum: 0 } },
    };
    const answer = { description: 'Well.', content: { 'application/json': { schema: { $ref: `#/components/schemas/Item${i}` } } } };
    paths[`/collections${i}/{id}`] = {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Which item.' }],
      get: {
        operationId: `getItem${i}`,
        tags: [`group ${i % 20}`],
        summary: `Get item ${i}`,
        parameters: [{ name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
        responses: { 200: answer },
      },
      put: {
        operationId: `putItem${i}`,
        tags: [`group ${i % 20}`],
        summary: `Replace item ${i}`,
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/Item${i}` } } } },
        responses: { 200: answer },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Made up', version: String(operations) },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    components: { schemas },
  };
}

/** The part of a description that its first paths need. */
function part(whole, share) {
  const names = Object.keys(whole.paths).sort((a, b) => (a > b ? 1 : -1));
  const step = Math.round(1 / share);
  const paths = Object.fromEntries(names.filter((_, i) => i % step === 0).map((name) => [name, whole.paths[name]]));
  const components = {};
  const take = (node) => {
    if (node === null || typeof node !== 'object') return;
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(node.$ref ?? '') ?? [];
    if (name && !components[kind]?.[name]) {
      (components[kind] ??= {})[name] = whole.components[kind][name];
      take(components[kind][name]);
    }
    Object.values(node).forEach(take);
  };
  take(paths);
  return { ...whole, paths, components };
}

/** A plot of milliseconds over tools. */
function plot(rows, title) {
  const [width, height, left, bottom] = [640, 360, 64, 48];
  const maxX = Math.max(...rows.map((row) => row.tools)) * 1.05;
  const maxY = Math.max(...rows.map((row) => row.over)) * 1.1;
  const x = (tools) => left + (tools / maxX) * (width - left - 16);
  const y = (ms) => height - bottom - (ms / maxY) * (height - bottom - 40);
  const ticks = (max, count) => Array.from({ length: count + 1 }, (_, i) => Math.round((max * i) / count / 10) * 10);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="22" font-size="14">${title}</text>`,
    ...ticks(maxY, 5).map(
      (ms) =>
        `<path d="M${left} ${y(ms).toFixed(1)}H${width - 16}" stroke="#ddd"/><text x="${left - 6}" y="${(y(ms) + 4).toFixed(1)}" text-anchor="end">${ms}</text>`,
    ),
    ...ticks(maxX, 6).map((tools) => `<text x="${x(tools).toFixed(1)}" y="${height - bottom + 18}" text-anchor="middle">${tools}</text>`),
    `<text x="${width / 2}" y="${height - 8}" text-anchor="middle">tools</text>`,
    `<text x="14" y="${height / 2}" text-anchor="middle" transform="rotate(-90 14 ${height / 2})">ms over an empty goal</text>`,
    `<path d="${rows.map((row, i) => `${i ? 'L' : 'M'}${x(row.tools).toFixed(1)} ${y(row.over).toFixed(1)}`).join('')}" fill="none" stroke="#2563eb" stroke-width="2"/>`,
    ...rows.map((row) => `<circle cx="${x(row.tools).toFixed(1)}" cy="${y(row.over).toFixed(1)}" r="4" fill="#2563eb"><title>${row.tools} tools: ${row.over} ms</title></circle>`),
    '</svg>',
  ];
  return lines.join('\n') + '\n';
}

/** The share of variance that a straight line explains. */
function straightness(rows) {
  const n = rows.length;
  const mean = (pick) => rows.reduce((sum, row) => sum + pick(row), 0) / n;
  const [mx, my] = [mean((row) => row.tools), mean((row) => row.over)];
  const sxy = rows.reduce((sum, row) => sum + (row.tools - mx) * (row.over - my), 0);
  const sxx = rows.reduce((sum, row) => sum + (row.tools - mx) ** 2, 0);
  const syy = rows.reduce((sum, row) => sum + (row.over - my) ** 2, 0);
  return { msPerTool: sxy / sxx, fixed: my - (sxy / sxx) * mx, r2: sxy ** 2 / (sxx * syy) };
}

function written(name, description) {
  const file = join(work, `${name}.json`);
  writeFileSync(file, JSON.stringify(description));
  return file;
}

try {
  const attio = {
    configuration: `<naming>path</naming><overlays><overlay>${join(root, 'specs/attio/attio.overlay.yaml')}</overlay></overlays>`,
  };
  const attioSpec = join(root, 'specs/attio/attio.openapi.yaml');
  console.log(`Generation, medians of ${runs}`);
  const rows = [measured('attio', attioSpec, attio), measured('attio-unchanged', attioSpec, { ...attio, unchanged: true })];
  let series;
  if (options.github && existsSync(options.github)) {
    const heap = '-Xmx512m';
    const file = join(work, basename(options.github));
    copyFileSync(options.github, file);
    const whole = JSON.parse(readFileSync(file, 'utf8'));
    rows.push(measured('github', file, { heap }), measured('github-unchanged', file, { heap, unchanged: true }));
    series = [1 / 16, 1 / 8, 1 / 4, 1 / 2].map((share) => {
      const name = `github-1-${1 / share}`;
      return measured(name, written(name, part(whole, share)), { heap });
    });
    series.push(rows[2]);
  } else {
    console.log('  without --github FILE: descriptions made up here show the growth');
    series = [100, 400, 800, 1200, 1600].map((count) => measured(`made-up-${count}`, written(`made-up-${count}`, madeUp(count))));
  }
  const line = straightness(series);
  console.log(`  growth: ${line.msPerTool.toFixed(2)} ms a tool and ${line.fixed.toFixed(0)} ms once; a straight line explains ${(line.r2 * 100).toFixed(1)} %`);
  if (options.svg) writeFileSync(options.svg, plot(series, `Generation, ${options.github ? "parts of GitHub's description" : 'made-up descriptions'}`));
  if (options.json) writeFileSync(options.json, JSON.stringify({ rows, series, line }, null, 2) + '\n');
} finally {
  rmSync(work, { recursive: true, force: true });
}
