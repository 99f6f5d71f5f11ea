#!/usr/bin/env node
// How large results are in each view, of the sample workspace.
//
//   node views.mjs [--jar FILE] [--json FILE]
//
// Build the project first. Bytes of the text that a model reads; a token is some three and a half of them. It fails when
// compact or text is not smaller than full for records.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StdioServer } from './mcp.mjs';

const { values: options } = parseArgs({
  options: { jar: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (options.help) {
  console.log(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(1, 7).join('\n').replace(/^\/\/ ?/gm, ''));
  process.exit(0);
}
const jar =
  options.jar ?? join(fileURLToPath(new URL('../..', import.meta.url)), 'generated-server/target/attio-mcp-server.jar');
if (!existsSync(jar)) {
  console.error('The server is not built. Run in the root of the project: mvn -DskipTests package');
  process.exit(3);
}

const reads = [
  ['list_all_attio_companies', { limit: 20 }, 'id.record_id,values.name.value'],
  ['list_all_attio_people', { limit: 20 }, 'id.record_id,values.name.full_name'],
  ['list_all_attio_deals', { limit: 20 }, 'id.record_id,values.name.value,values.stage.status.title'],
  ['list_all_attio_entries', { list: 'enterprise_sales', limit: 20 }, 'parent_record_id,entry_values.stage.status.title'],
  ['list_all_attio_tasks', { limit: 20 }, 'id.task_id,content_plaintext'],
  ['list_all_attio_notes', { limit: 20 }, 'id.note_id,title'],
  ['list_all_attio_attributes', { target: 'objects', identifier: 'companies', limit: 50 }, 'api_slug,type'],
];
const forms = ['full', 'compact', 'text', 'fields'];

const server = new StdioServer(['java', '-jar', jar, 'stdio', '--sandbox', '--schemas', 'published'], {});
const rows = [];
try {
  await server.connect();
  for (const [tool, given, fields] of reads) {
    const row = { tool };
    for (const form of forms) {
      const result = await server.call(tool, form === 'fields' ? { ...given, fields } : { ...given, view: form });
      row[form] = Buffer.byteLength(result.result.content[0].text);
    }
    rows.push(row);
  }
} finally {
  await server.close();
}

const part = (row, form) => `${row[form]} (${Math.round((100 * row[form]) / row.full)} %)`;
console.log(['bytes of'.padEnd(28), ...forms.map((form) => form.padStart(16))].join(''));
for (const row of rows) {
  const cells = forms.map((form) => (form === 'full' ? String(row.full) : part(row, form)).padStart(16));
  console.log([row.tool.padEnd(28), ...cells].join(''));
}
if (options.json) writeFileSync(options.json, JSON.stringify(rows, null, 2) + '\n');
const larger = rows.slice(0, 4).filter((row) => row.compact >= row.full || row.text >= row.full);
if (larger.length > 0) {
  console.error(`Larger than full: ${larger.map((row) => row.tool).join(', ')}`);
  process.exit(1);
}
