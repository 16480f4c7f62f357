/** Finds a PostgreSQL and starts a throw-away cluster on loopback for the tests; says what it does. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall } from './browser.mjs';

const isRoot = process.getuid?.() === 0;
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Starts a temporary PostgreSQL, or hands out the server named by `TEST_DATABASE_URL`.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const binaries = findBinaries() ?? installDebians();
  if (!binaries) {
    throw new Error('No PostgreSQL found. Install one (15 or newer), or name a server: TEST_DATABASE_URL=postgres://…');
  }
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'sewaka-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' };
  execFileSync(join(binaries, `initdb${suffix}`), ['-D', data, '-U', 'sewaka', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'], options);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off', max_connections: 200 };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, `postgres${suffix}`), ['-D', data, ...args], options);
  const stop = () => end(server, folder);
  process.once('exit', () => server.kill('SIGKILL'));
  await listening(port, server).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url: `postgres://sewaka@127.0.0.1:${port}/postgres`, stop };
}

function findBinaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql@17/bin',
    '/usr/local/opt/postgresql@17/bin',
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + suffix))));
}

function installDebians() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No PostgreSQL found: installing Debian’s postgresql …');
  aptInstall('postgresql');
  return findBinaries();
}

/** PostgreSQL refuses to run as root: use `nobody` there. */
function unprivileged() {
  if (!isRoot) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function listening(port, server) {
  const { connect } = await import('node:net');
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once (exit code ${server.exitCode}).`);
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      setTimeout(() => socket.destroy(), 500);
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL did not answer within 60 s.');
}

async function end(server, folder) {
  if (server.exitCode === null) {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGINT');
    await closed;
  }
  rmSync(folder, { recursive: true, force: true });
}
