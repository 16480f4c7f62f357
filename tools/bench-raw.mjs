/** The floor of the benchmark: `node:http` that parses what it gets and answers with a fixed body. */
import { createServer } from 'node:http';

const body = process.env.BENCH_BODY ?? '{}';
const server = createServer((request, response) => {
  let received = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => (received += chunk));
  request.on('end', () => {
    if (received) JSON.parse(received);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => server.close(() => process.exit(0)).closeAllConnections?.());
