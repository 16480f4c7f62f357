import { ConfigError } from './config.js';
import { startServer } from './start.js';

const secondsToFinish = 10;

/** Starts the server of this process, says where it is, and ends it cleanly on Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const running = await startServer();
  const { url, config } = running;
  const lines = [
    `E-Sewaka is ready at ${config.publicUrl}${config.publicUrl === url ? '' : ` (listening on ${url})`}`,
    ...(config.demo
      ? [
          `  village site ${config.publicUrl}/`,
          `  officer desk ${config.publicUrl}/desk`,
          `  API ${config.publicUrl}/docs`,
          `  demo inbox ${config.publicUrl}/demo/inbox`,
        ]
      : []),
  ];
  for (const { origin, key } of running.sites)
    if (origin !== config.publicUrl) lines.push(`  site ${origin} has the publishable key ${key}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const warning of running.warnings) console.warn(warning);

  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), secondsToFinish * 1000).unref();
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  const reason =
    error instanceof ConfigError || (error instanceof Error && 'syscall' in error && error.syscall === 'listen')
      ? error.message
      : error;
  console.error(reason);
  process.exitCode = 1;
});
