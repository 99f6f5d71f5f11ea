// Listens for changes of a server's tool list, by the protocol's own client in revision 2026-07-28, until the server ends the
// subscription. Says what happens, one word a line: listening, changed, and how it ended.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const url = new URL(process.argv[2]);
const client = new Client({ name: 'listener', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } });

client.setNotificationHandler('notifications/tools/list_changed', async () => {
  const { tools } = await client.listTools();
  console.log(`changed ${tools.length}`);
});
await client.connect(new StreamableHTTPClientTransport(url));
console.log(`tells ${client.getServerCapabilities().tools.listChanged}`);
const subscription = await client.listen({ toolsListChanged: true });
console.log(`listening ${JSON.stringify(subscription.honoredFilter)}`);
console.log(`ended ${await subscription.closed}`);
await client.close();
