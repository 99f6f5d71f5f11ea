// Installs the packages of this folder's package-lock.json, and of the folders' that are named as arguments, unless what
// is installed came from that very file.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

function install(folder) {
  const lock = join(folder, 'package-lock.json');
  const installed = join(folder, 'node_modules/.installed-from.json');
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    console.error(`npm ci could not start in ${folder}: ${npm.error.message}`);
  }
  if (npm.status !== 0) {
    process.exit(1);
  }
  copyFileSync(lock, installed);
}

const own = dirname(fileURLToPath(import.meta.url));
for (const folder of [own, ...process.argv.slice(2).map((each) => resolve(each))]) {
  install(folder);
}
