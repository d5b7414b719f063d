'use strict';
// jsii's kernel with CDK in it, as a snapshot of Node.js's heap. `node --build-snapshot kernel.js` answers a worker like
// jsii's own kernel until its input ends; what it has loaded and compiled by then is in the snapshot, and
// `node --snapshot-blob` goes on from there. Requests come on standard input and answers go to standard output, so that
// jsii's second Node.js process, which only passes them on, is not needed.
//
// Node.js loads no modules of others while it makes a snapshot, so they are loaded here. Their paths are relative to the
// folder above Node.js's, which is the working directory: an image is used elsewhere than where it was made.
// Environment of the making: TAPDECK_KERNEL, the program in jsii's jar; TAPDECK_DEFERRED, a request to load a package of
// which only the description is to be in the snapshot; TAPDECK_LOADED, a file for the names of what is in it.

const fs = require('fs');
const { isBuiltin } = require('module');
const path = require('path');
const v8 = require('v8');
const vm = require('vm');
const zlib = require('zlib');

const PACKAGES = 'packages';
const REQUESTS = 0;
const ANSWERS = 1;
/** What the kernel takes for both. */
const JSII = 3;

function settle() {
  process.chdir(path.dirname(path.dirname(process.execPath)));
  // What a library prints must not stand between the answers.
  Object.defineProperty(process, 'stdout', { get: () => process.stderr, configurable: true });
}

// Modules: CommonJS, as the Node.js documentation describes it ("Modules: CommonJS modules", "All together").

const modules = new Map();
/** A package that is loaded when it is first used: cdk-nag's code is twice what it takes to make templates. */
let deferred;

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

function asFile(name) {
  const manifest = path.join(name, 'package.json');
  const main = isFile(manifest) ? json(manifest).main : undefined;
  return (
    [name, `${name}.js`, `${name}.json`].find(isFile) ??
    (main && asFile(path.join(name, main))) ??
    [path.join(name, 'index.js'), path.join(name, 'index.json')].find(isFile)
  );
}

/** What a package's `exports` say of one of its parts, such as `.` or `./aws-s3`. */
function asExport(folder, part) {
  const manifest = path.join(folder, 'package.json');
  const all = isFile(manifest) ? json(manifest).exports : undefined;
  let target = typeof all === 'object' ? all[part] : part === '.' ? all : undefined;
  while (target && typeof target === 'object') {
    target = target.node ?? target.require ?? target.default;
  }
  return target && path.join(folder, target);
}

function inPackages(id, from) {
  const [name, part] = id.match(/^((?:@[^/]+\/)?[^/]+)(.*)$/).slice(1);
  for (let folder = from; folder !== '.'; folder = path.dirname(folder)) {
    const candidate = path.join(folder, folder === PACKAGES ? '' : 'node_modules', name);
    const found = asExport(candidate, `.${part}`) ?? asFile(path.join(candidate, part));
    if (found) {
      return found;
    }
  }
  return undefined;
}

function resolve(id, from) {
  const isPath = /^\.{0,2}\//.test(id) || id === '.' || id === '..';
  const isResolved = id.startsWith(`${PACKAGES}/`);
  const file = isPath ? asFile(path.join(from, id)) : isResolved ? asFile(id) : inPackages(id, from);
  if (!file) {
    throw Object.assign(new Error(`Cannot find module '${id}' from ${from}`), { code: 'MODULE_NOT_FOUND' });
  }
  return file;
}

function requireFrom(from) {
  const resolved = new Map();
  const requireHere = (id) => {
    if (id === 'module' || id === 'node:module') {
      return { ...require('module'), createRequire: () => requireFrom(PACKAGES) };
    }
    if (isBuiltin(id)) {
      return require(id.replace(/^node:/, ''));
    }
    if (!resolved.has(id)) {
      resolved.set(id, resolve(id, from));
    }
    const file = resolved.get(id);
    return deferred && file.startsWith(`${PACKAGES}/${deferred}/`) && !modules.has(file)
      ? new Proxy({}, { get: (_, name) => load(file).exports[name] })
      : load(file).exports;
  };
  requireHere.resolve = (id) => resolve(id, from);
  return requireHere;
}

function compiled(file, name) {
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
  return vm.compileFunction(fs.readFileSync(file, 'utf8'), parameters, { filename: name });
}

function load(file) {
  const known = modules.get(file);
  if (known) {
    return known;
  }
  const folder = path.dirname(file);
  const module = { exports: {}, id: file, filename: file, require: requireFrom(folder), children: [], loaded: false };
  modules.set(file, module);
  try {
    if (file.endsWith('.json')) {
      module.exports = json(file);
    } else {
      compiled(file, file).call(module.exports, module.exports, module.require, module, file, folder);
    }
  } catch (e) {
    modules.delete(file);
    throw e;
  }
  module.loaded = true;
  return module;
}

// The kernel: its file system has the requests and answers where it looks for them.

class EndOfRequests {}

let making = v8.startupSnapshot.isBuildingSnapshot();
let hello;
/** The kernel's answers to who loads a package, by name and version. */
const loads = new Map();
let loading;

/** A package is loaded once, and then it is in the snapshot. */
function answerOfLoaded(request) {
  if (!request.startsWith('{"api":"load"')) {
    return undefined;
  }
  const { name, version } = JSON.parse(request);
  loading = `${name}@${version}`;
  return loads.get(loading);
}

/** When the worker has no more requests, the snapshot's own one; its answer is for nobody. */
function lastRequest(buffer) {
  if (deferred) {
    throw new EndOfRequests();
  }
  const request = process.env.TAPDECK_DEFERRED;
  answerOfLoaded(request);
  deferred = JSON.parse(request).name;
  return buffer.write(`${request}\n`);
}

function read(buffer, ...rest) {
  for (;;) {
    const length = fs.readSync(REQUESTS, buffer, ...rest);
    if (length === 0 && making) {
      return lastRequest(buffer);
    }
    const answer = answerOfLoaded(buffer.toString('utf8', 0, length));
    if (!answer) {
      return length;
    }
    loading = undefined;
    fs.writeSync(ANSWERS, answer);
  }
}

function write(buffer, ...rest) {
  hello ??= buffer.toString();
  if (loading) {
    loads.set(loading, buffer.toString());
    loading = undefined;
  }
  return making && deferred ? buffer.length : fs.writeSync(ANSWERS, buffer, ...rest);
}

/** What stands for jsii's descriptions of a package's types, by the folder that the kernel finds them in. */
const descriptions = new Map();

/**
 * A package's descriptions, one a line, are 20 MB for aws-cdk-lib: in the image each is deflated by itself, and only those
 * that are asked for are read.
 */
function typeDescriptions(folder) {
  const name = folder.slice(folder.lastIndexOf('node_modules') + 'node_modules/'.length);
  const packed = path.join(PACKAGES, name, 'types.deflated');
  const places = pack(fs.readFileSync(path.join(folder, '.jsii.runtime-defs.v1.jsonl')), packed);
  let opened;
  const bytes = (length, at) => {
    const found = Buffer.alloc(length);
    fs.readSync(opened, found, 0, length, at);
    return found;
  };
  return {
    toString(encoding, begin) {
      opened ??= fs.openSync(packed, 'r');
      const at = places.get(begin);
      return zlib.inflateRawSync(bytes(bytes(4, at).readUInt32LE(), at + 4)).toString(encoding);
    },
    close() {
      if (opened !== undefined) {
        fs.closeSync(opened);
        opened = undefined;
      }
    },
  };
}

/** Writes the lines, each deflated after its length, and returns where each is, by where it was. */
function pack(lines, packed) {
  const places = new Map();
  const target = fs.openSync(packed, 'w');
  let at = 0;
  for (let begin = 0; begin < lines.length; ) {
    const end = lines.indexOf('\n', begin);
    const line = zlib.deflateRawSync(lines.subarray(begin, end));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(line.length);
    places.set(begin, at);
    at += fs.writevSync(target, [length, line]);
    begin = end + 1;
  }
  fs.closeSync(target);
  return places;
}

const kernelFs = {
  ...fs,
  readSync: (file, ...rest) => (file === JSII ? read(...rest) : fs.readSync(file, ...rest)),
  writeSync: (file, ...rest) => (file === JSII ? write(...rest) : fs.writeSync(file, ...rest)),
  readFileSync(file, ...rest) {
    const folder = path.dirname(String(file));
    switch (path.basename(String(file))) {
      // Read when the package is loaded, and the descriptions with it: a synthesis later may be the first to ask for one.
      case '.jsii.runtime-index.v1':
        descriptions.set(folder, typeDescriptions(folder));
        return fs.readFileSync(file, ...rest);
      case '.jsii.runtime-defs.v1.jsonl':
        return descriptions.get(folder);
      default:
        return fs.readFileSync(file, ...rest);
    }
  },
};

function startKernel() {
  const module = { exports: {} };
  const requireHere = requireFrom(PACKAGES);
  compiled(process.env.TAPDECK_KERNEL, 'jsii-kernel.js').call(
    module.exports,
    module.exports,
    (id) => (id === 'fs' ? kernelFs : requireHere(id)),
    module,
    'jsii-kernel.js',
    PACKAGES,
  );
}

/** Answers until there are no more requests; the kernel takes each from a turn of the event loop. */
function answerAll() {
  const { setImmediate } = globalThis;
  let next;
  globalThis.setImmediate = (turn) => {
    next = turn;
  };
  try {
    startKernel();
    for (;;) {
      next();
    }
  } catch (e) {
    if (!(e instanceof EndOfRequests)) {
      throw e;
    }
  }
  globalThis.setImmediate = setImmediate;
  return next;
}

/** CDK asks once for the folder of temporary files, and remembers it. */
function forgetTemporaryFolder() {
  const { FileSystem } = load(`${PACKAGES}/aws-cdk-lib/core/lib/fs/index.js`).exports;
  if (!FileSystem._tmpdir) {
    throw new Error('CDK remembers the folder of temporary files elsewhere.');
  }
  FileSystem._tmpdir = undefined;
}

settle();
const goOn = answerAll();
making = false;
deferred = undefined;
for (const [name, answer] of loads) {
  if (!answer.startsWith('{"ok"')) {
    throw new Error(`${name} was not loaded: ${answer}`);
  }
}
fs.writeFileSync(process.env.TAPDECK_LOADED, [...modules.keys()].join('\n'));
descriptions.forEach((each) => each.close());
forgetTemporaryFolder();
// Signals do not fit into a snapshot; they would remove the kernel's temporary folder, and the snapshot has none.
process
  .eventNames()
  .filter((name) => /^(SIG|exit$)/.test(String(name)))
  .forEach((name) => process.removeAllListeners(name));
v8.startupSnapshot.setDeserializeMainFunction(() => {
  settle();
  fs.writeSync(ANSWERS, hello);
  goOn();
});
