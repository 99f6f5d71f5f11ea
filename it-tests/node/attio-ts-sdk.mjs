// Drives an Attio API with npm's attio-ts-sdk, which checks every request and answer against schemas of its own.
//   node attio-ts-sdk.mjs < {"baseUrl", "apiKey"}      prints [{"call", "ok", "problem"?}]
import { text } from 'node:stream/consumers';
import * as attio from 'attio-ts-sdk';

const { baseUrl, apiKey } = JSON.parse(await text(process.stdin));
const client = attio.createAttioClient({ apiKey, baseUrl, throwOnError: true, retry: { maxRetries: 0 } });
const sdk = attio.createAttioSdk({ client });
const outcomes = [];

/** Makes one call; what it gives is the API's `data`, or undefined when the call failed. */
async function call(name, make, expect = () => true) {
  try {
    const answer = await make();
    const data = answer?.data?.data ?? answer?.data ?? answer;
    const ok = Boolean(expect(data));
    outcomes.push(ok ? { call: name, ok } : { call: name, ok, problem: JSON.stringify(data)?.slice(0, 600) });
    return data;
  } catch (error) {
    const problem = [error.message, error.code, JSON.stringify(error.cause?.issues ?? error.issues ?? error.data ?? '')];
    outcomes.push({ call: name, ok: false, problem: problem.join(' ').slice(0, 1200) });
    return undefined;
  }
}

/** Makes a call of a generated endpoint. */
const endpoint = (name, options, expect) => call(name, () => attio[name]({ client, ...options }), expect);

// Attio answers null for the currency of other attributes than currencies and for the access of private lists, as its
// description says; the SDK's schemas have lost these nulls, so its check of such answers is switched off.
const unchecked = { responseValidator: undefined };

const recordId = record => record?.id?.record_id;

// --- Objects
await endpoint('getV2Objects', {}, objects => objects.some(object => object.api_slug === 'companies'));
await endpoint('postV2Objects', {
  body: { data: { api_slug: 'ships', singular_noun: 'Ship', plural_noun: 'Ships' } },
}, object => object.api_slug === 'ships');
await endpoint('getV2ObjectsByObject', { path: { object: 'ships' } }, object => object.plural_noun === 'Ships');
await endpoint('patchV2ObjectsByObject', {
  path: { object: 'ships' },
  body: { data: { singular_noun: 'Vessel', plural_noun: 'Vessels' } },
}, object => object.singular_noun === 'Vessel');
await call('listObjects', () => attio.listObjects({ client }), objects => objects.length > 4);

// --- Attributes
const ships = { target: 'objects', identifier: 'ships' };
const attribute = (title, api_slug, type, more = {}) => ({
  body: {
    data: {
      title, api_slug, type, description: null, is_required: false, is_unique: false, is_multiselect: false, config: {},
      ...more,
    },
  },
});
await endpoint('postV2ByTargetByIdentifierAttributes', {
  ...unchecked, path: ships, ...attribute('Number', 'number', 'text', { is_unique: true }),
}, made => made.api_slug === 'number');
await endpoint('postV2ByTargetByIdentifierAttributes', {
  ...unchecked, path: ships, ...attribute('Flags', 'flags', 'select', { is_multiselect: true }),
}, made => made.is_multiselect);
await endpoint('postV2ByTargetByIdentifierAttributes', { ...unchecked, path: ships, ...attribute('State', 'state', 'status') });
await endpoint('getV2ByTargetByIdentifierAttributes', { ...unchecked, path: ships }, attributes => attributes.length > 3);
await endpoint('getV2ByTargetByIdentifierAttributesByAttribute', {
  ...unchecked, path: { ...ships, attribute: 'number' },
}, one => one.type === 'text');
await endpoint('patchV2ByTargetByIdentifierAttributesByAttribute', {
  ...unchecked, path: { ...ships, attribute: 'number' }, body: { data: { title: 'Hull number' } },
}, one => one.title === 'Hull number');
await endpoint('postV2ByTargetByIdentifierAttributesByAttributeOptions', {
  path: { ...ships, attribute: 'flags' }, body: { data: { title: 'Fast' } },
}, option => option.title === 'Fast');
await endpoint('patchV2ByTargetByIdentifierAttributesByAttributeOptionsByOption', {
  path: { ...ships, attribute: 'flags', option: 'Fast' }, body: { data: { title: 'Swift' } },
}, option => option.title === 'Swift');
await endpoint('getV2ByTargetByIdentifierAttributesByAttributeOptions', {
  path: { ...ships, attribute: 'flags' },
}, options => options.length === 1);
await endpoint('postV2ByTargetByIdentifierAttributesByAttributeStatuses', {
  path: { ...ships, attribute: 'state' }, body: { data: { title: 'At sea' } },
}, status => status.title === 'At sea');
await endpoint('patchV2ByTargetByIdentifierAttributesByAttributeStatusesByStatus', {
  path: { ...ships, attribute: 'state', status: 'At sea' }, body: { data: { celebration_enabled: true } },
}, status => status.celebration_enabled);
await endpoint('getV2ByTargetByIdentifierAttributesByAttributeStatuses', {
  path: { ...ships, attribute: 'state' },
}, statuses => statuses.length > 0);
await call('getAttributeOptions', () => attio.getAttributeOptions({ client, ...ships, attribute: 'flags' }),
  values => values.some(value => value.title === 'Swift'));

// --- Records
const company = await call('createRecord', () => attio.createRecord({
  client,
  object: 'companies',
  values: { name: [{ value: 'Foreign Trade' }], domains: [{ domain: 'foreign-trade.example' }] },
}), recordId);
await call('upsertRecord', () => attio.upsertRecord({
  client,
  object: 'companies',
  matchingAttribute: 'domains',
  values: { domains: [{ domain: 'foreign-trade.example' }], description: [{ value: 'Trades abroad' }] },
}), record => recordId(record) === recordId(company));
await call('getRecord', () => attio.getRecord({ client, object: 'companies', recordId: recordId(company) }),
  record => attio.getFirstText(record, 'description') === 'Trades abroad');
await call('queryRecords', () => attio.queryRecords({
  client, object: 'companies', filter: { domains: 'foreign-trade.example' }, limit: 5,
}), found => (found.items ?? found).length === 1);
await call('updateRecord', () => attio.updateRecord({
  client, object: 'companies', recordId: recordId(company), values: { name: [{ value: 'Foreign Trade Ltd' }] },
}), record => attio.getFirstText(record, 'name') === 'Foreign Trade Ltd');
await call('searchRecords', () => attio.searchRecords({ client, query: 'Foreign Trade', objects: ['companies'] }),
  found => found.length > 0);
const ship = await endpoint('postV2ObjectsByObjectRecords', {
  path: { object: 'ships' },
  body: { data: { values: { number: ['S-1'], flags: ['Swift'], state: [{ status: 'At sea' }] } } },
}, recordId);
await endpoint('putV2ObjectsByObjectRecords', {
  path: { object: 'ships' }, query: { matching_attribute: 'number' }, body: { data: { values: { number: ['S-1'] } } },
}, record => recordId(record) === recordId(ship));
await endpoint('putV2ObjectsByObjectRecordsByRecordId', {
  path: { object: 'ships', record_id: recordId(ship) }, body: { data: { values: { flags: [] } } },
}, record => record.values.flags.length === 0);
await endpoint('patchV2ObjectsByObjectRecordsByRecordId', {
  path: { object: 'ships', record_id: recordId(ship) }, body: { data: { values: { flags: ['Swift'] } } },
}, record => record.values.flags.length === 1);
await endpoint('postV2ObjectsByObjectRecordsQuery', {
  path: { object: 'ships' }, body: { filter: { number: 'S-1' }, sorts: [{ direction: 'asc', attribute: 'number' }] },
}, records => records.length === 1);
await endpoint('getV2ObjectsByObjectRecordsByRecordIdAttributesByAttributeValues', {
  path: { object: 'ships', record_id: recordId(ship), attribute: 'state' }, query: { show_historic: true },
}, values => values.length === 1);

// --- Lists and entries
const list = await endpoint('postV2Lists', {
  body: {
    data: {
      name: 'Traders', api_slug: 'traders', parent_object: 'companies', workspace_access: 'full-access',
      workspace_member_access: [],
    },
  },
}, made => made.api_slug === 'traders');
await endpoint('getV2Lists', unchecked, lists => lists.some(one => one.api_slug === 'traders'));
await endpoint('getV2ListsByList', { path: { list: 'traders' } }, one => one.name === 'Traders');
await endpoint('patchV2ListsByList', {
  path: { list: list?.id?.list_id ?? 'traders' }, body: { data: { name: 'All traders' } },
}, one => one.name === 'All traders');
await endpoint('postV2ByTargetByIdentifierAttributes', {
  ...unchecked, path: { target: 'lists', identifier: 'traders' }, ...attribute('Worth', 'worth', 'number'),
}, made => made.api_slug === 'worth');
const parent = { parent_object: 'companies', parent_record_id: recordId(company) };
const entry = await endpoint('postV2ListsByListEntries', {
  path: { list: 'traders' }, body: { data: { ...parent, entry_values: { worth: [3] } } },
}, made => made.id.entry_id);
const entryPath = { list: 'traders', entry_id: entry?.id?.entry_id };
await endpoint('putV2ListsByListEntries', {
  path: { list: 'traders' }, body: { data: { ...parent, entry_values: { worth: [4] } } },
}, made => made.id.entry_id === entryPath.entry_id);
await endpoint('getV2ListsByListEntriesByEntryId', { path: entryPath }, one => one.entry_values.worth[0].value === 4);
await endpoint('patchV2ListsByListEntriesByEntryId', {
  path: entryPath, body: { data: { entry_values: { worth: [5] } } },
}, one => one.entry_values.worth[0].value === 5);
await endpoint('putV2ListsByListEntriesByEntryId', {
  path: entryPath, body: { data: { entry_values: { worth: [6] } } },
}, one => one.entry_values.worth[0].value === 6);
await call('queryListEntries', () => attio.queryListEntries({ client, list: 'traders', limit: 5 }),
  found => (found.items ?? found).length === 1);
await endpoint('getV2ListsByListEntriesByEntryIdAttributesByAttributeValues', {
  path: { ...entryPath, attribute: 'worth' }, query: { show_historic: true },
}, values => values.length === 4);
await endpoint('getV2ObjectsByObjectRecordsByRecordIdEntries', {
  path: { object: 'companies', record_id: recordId(company) },
}, entries => entries.length === 1);

// --- Notes
const note = await call('sdk.notes.create', () => sdk.notes.create({
  parentObject: attio.createNoteParentObjectId('companies'),
  parentRecordId: attio.createNoteParentRecordId(recordId(company)),
  title: 'First talk', format: 'markdown', content: '# Hello\n\n- **one**',
}), made => made.title === 'First talk');
await endpoint('getV2Notes', {
  query: { parent_object: 'companies', parent_record_id: recordId(company) },
}, notes => notes.length === 1);
await endpoint('getV2NotesByNoteId', { path: { note_id: note?.id?.note_id } }, one => one.content_plaintext.includes('Hello'));
await endpoint('deleteV2NotesByNoteId', { path: { note_id: note?.id?.note_id } });

// --- Members and tasks
const members = await endpoint('getV2WorkspaceMembers', {}, all => all.length > 0);
await endpoint('getV2WorkspaceMembersByWorkspaceMemberId', {
  path: { workspace_member_id: members?.[0]?.id?.workspace_member_id },
}, member => member.email_address === members[0].email_address);
const task = await call('sdk.tasks.create', () => sdk.tasks.create({
  data: {
    content: 'Follow up', format: 'plaintext', deadline_at: '2026-12-31T17:00:00Z', is_completed: false,
    linked_records: [{ target_object: 'companies', target_record_id: recordId(company) }], assignees: [],
  },
}), made => made.content_plaintext === 'Follow up');
await call('sdk.tasks.update', () => sdk.tasks.update({ taskId: task?.id?.task_id, data: { is_completed: true } }),
  one => one.is_completed);
await endpoint('getV2Tasks', { query: { linked_object: 'companies', linked_record_id: recordId(company) } },
  tasks => tasks.length === 1);
await endpoint('getV2TasksByTaskId', { path: { task_id: task?.id?.task_id } }, one => one.is_completed);
await endpoint('deleteV2TasksByTaskId', { path: { task_id: task?.id?.task_id } });

// --- Away with it
await endpoint('deleteV2ListsByListEntriesByEntryId', { path: entryPath });
await endpoint('deleteV2ObjectsByObjectRecordsByRecordId', { path: { object: 'ships', record_id: recordId(ship) } });
await call('deleteRecord', () => attio.deleteRecord({ client, object: 'companies', recordId: recordId(company) }));
await endpoint('getV2Self', {}, self => self.active);

console.log(JSON.stringify(outcomes));
