// A model that is a script: the inbound lead triage that a person would ask for as
// "Somebody at vertexanalytics.io has just signed up. Make sure that the company is in Attio and stands on the list
//  Inbound Q3 as a new lead."
// Each step looks at the answers so far, as a model would, and returns the next call or the final text.

export const request =
  'Somebody at vertexanalytics.io has just signed up. Make sure that the company is in Attio and stands on the list ' +
  '"Inbound Q3" with status "New Lead".';

/** The next thing the model does: {call: {name, arguments}} or {text}. `answers` are parsed tool answers, oldest first. */
export function nextStep(answers) {
  const [lists, company, entry] = answers;
  if (!lists) {
    return { call: { name: 'list_all_attio_lists', arguments: {} } };
  }
  if (!company) {
    return {
      call: {
        name: 'attio_companies_assert',
        arguments: { matching_attribute: 'domains', data: { values: { domains: ['vertexanalytics.io'] } } },
      },
    };
  }
  if (!entry) {
    const list = lists.data.find((each) => each.name === 'Inbound Q3');
    return {
      call: {
        name: 'attio_entries_assert',
        arguments: {
          list: list.api_slug,
          data: {
            parent_object: 'companies',
            parent_record_id: company.data.id.record_id,
            entry_values: { status: 'New Lead' },
          },
        },
      },
    };
  }
  const name = company.data.values.name[0]?.value ?? 'vertexanalytics.io';
  const status = entry.data.entry_values.status[0].status.title;
  return { text: `${name} is in Attio and stands on Inbound Q3 as "${status}".` };
}
