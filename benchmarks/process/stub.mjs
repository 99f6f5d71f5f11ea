// An upstream that costs as little as possible: one fixed answer. Prints its port.
import http from 'node:http';

const answer = Buffer.from(
  JSON.stringify({
    active: true,
    scope: 'record_permission:read-write object_configuration:read',
    token_type: 'Bearer',
    workspace_id: '6f4cf5a1-5a1f-4a0e-8a5e-2f0a6c1d9b11',
    workspace_name: 'Sample workspace',
    workspace_slug: 'sample',
  }),
);
const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
