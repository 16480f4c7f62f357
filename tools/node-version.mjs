/** Refuses a Node that cannot run the project, with the way out; Node 24 normally comes with `npm ci`. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `E-Sewaka needs Node 22.13 or newer (24 preferred); this is ${process.versions.node}. ` +
      'Run `npm ci` again with install scripts allowed (it brings Node 24), or install Node 24.',
  );
  process.exit(1);
}
