// Installs the packages of package-lock.json, unless what is installed came from this very file.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = name => fileURLToPath(new URL(name, import.meta.url));
const lock = at('package-lock.json');
const installed = at('node_modules/.installed-from.json');

if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(lock))) {
  const npm = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: at('.'),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    console.error(`npm ci could not start: ${npm.error.message}`);
  }
  if (npm.status !== 0) {
    process.exit(1);
  }
  copyFileSync(lock, installed);
}
