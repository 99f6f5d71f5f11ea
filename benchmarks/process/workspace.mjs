// A workspace as far as its shape is read: an object of 50 attributes among six objects, and four lists. Takes all that is
// written. Counts what it is asked for.
import http from 'node:http';

const id = (kind, number) => {
  const digits = [...`${kind}${number}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
  return `${digits.toString(16).padStart(8, '0')}-5a1f-4a0e-8a5e-${String(number).padStart(12, '0')}`;
};
const workspace_id = id('workspace', 1);
const objects = ['people', 'companies', 'deals', 'users', 'workspaces', 'projects'];
const own = {
  domains: 'domain',
  name: 'text',
  categories: 'select',
  employee_range: 'select',
  foundation_date: 'date',
  team: 'record-reference',
};

function attribute(slug, type, number) {
  return {
    id: { workspace_id, object_id: id('object', 1), attribute_id: id('attribute', number) },
    title: `Field ${slug}`,
    description: `What the field ${slug} of this workspace is about`,
    api_slug: slug,
    type,
    is_system_attribute: slug in own,
    is_writable: true,
    is_required: false,
    is_unique: slug === 'domains',
    is_multiselect: ['domains', 'categories', 'team'].includes(slug),
    is_default_value_enabled: false,
    is_archived: false,
    default_value: null,
    relationship: null,
    created_at: '2025-07-18T13:49:44.710000000Z',
    config: {
      currency: { default_currency_code: null, display_type: null },
      record_reference: { allowed_object_ids: slug === 'team' ? [id('object', 0)] : null },
    },
  };
}

const attributes = Object.entries(own).map(([slug, type], i) => attribute(slug, type, i));
while (attributes.length < 50) {
  const i = attributes.length;
  attributes.push(attribute(`field_${i}`, i % 5 === 0 ? 'select' : 'text', i));
}

function choices(kind) {
  return Array.from({ length: 8 }, (_, i) => ({
    id: { workspace_id, [kind]: id(kind, i) },
    title: `Choice ${i}`,
    is_archived: false,
  }));
}

function shape(path) {
  if (path === '/v2/objects') {
    return objects.map((slug, i) => ({
      id: { workspace_id, object_id: id('object', i) },
      api_slug: slug,
      singular_noun: `${slug} one`,
      plural_noun: slug,
    }));
  }
  if (path === '/v2/lists') {
    return objects.slice(0, 4).map((slug, i) => ({
      id: { workspace_id, list_id: id('list', i) },
      api_slug: `all_${slug}`,
      name: `All ${slug}`,
      parent_object: [slug],
    }));
  }
  if (path.endsWith('/attributes')) return attributes;
  if (path.endsWith('/options')) return choices('option_id');
  if (path.endsWith('/statuses')) return choices('status_id');
  return [];
}

/** Starts it; {@code reads()} tells how often it was read since it was asked the last time. */
export async function startWorkspace() {
  const answers = new Map();
  const record = Buffer.from(JSON.stringify({ data: { id: { workspace_id, record_id: id('record', 1) }, values: {} } }));
  let reads = 0;
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const path = request.url.split('?')[0];
      if (request.method === 'GET') {
        reads++;
        if (!answers.has(path)) answers.set(path, Buffer.from(JSON.stringify({ data: shape(path) })));
      }
      const answer = request.method === 'GET' ? answers.get(path) : record;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    reads: () => {
      const before = reads;
      reads = 0;
      return before;
    },
    close: () => server.close(),
  };
}

/** What companies are created with: two selects and a reference among it. */
export const company = {
  data: {
    values: {
      domains: ['vertexanalytics.io'],
      name: 'Vertex Analytics',
      categories: ['Choice 1', 'Choice 3'],
      employee_range: 'Choice 2',
      foundation_date: '2019-04-01',
      team: [{ target_object: 'people', target_record_id: 'b4ff580a-a94a-5601-8cef-5a86b4e4d268' }],
    },
  },
};
