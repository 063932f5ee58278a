// Plain JavaScript without types or new syntax: it must run on the very Node versions it turns away.

const needed = { major: 22, minor: 14 };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = major > needed.major || (major === needed.major && minor >= needed.minor);

if (!isNewEnough) {
  console.error(
    `Tandem needs Node ${needed.major}.${needed.minor} or later, and this is Node ${process.versions.node}: ` +
      'run `npm start` once on Linux, which installs Node 24 beside the project, or install Node 24 yourself.',
  );
  process.exit(1);
}
