// Opens every route of a docsify site in jsdom, as a browser would, and says what it shows.
// node docsify_reader.js SITE ROUTES.json OUTPUT.json; runs in the folder whose node_modules hold docsify and jsdom.
const { createServer } = require('node:http');
const { existsSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { join, normalize } = require('node:path');
const { createRequire } = require('node:module');

const need = createRequire(join(process.cwd(), 'package.json'));
const { JSDOM, ResourceLoader, VirtualConsole } = need('jsdom');
const [site, routesFile, output] = process.argv.slice(2);
const script = readFileSync(join(process.cwd(), 'node_modules/docsify/lib/docsify.js'));
const PATIENCE = 10000;
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Statuses of what was asked for, by path; the page's own file is the last one that is no part of the frame.
const asked = [];
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const inside = join(site, normalize(path));
  const file = path.endsWith('/') ? join(inside, 'index.html') : inside;
  const found = existsSync(file) && statSync(file).isFile();
  asked.push([path, found]);
  response.writeHead(found ? 200 : 404, { 'Content-Type': file.endsWith('.html') ? 'text/html' : 'text/plain' });
  response.end(found ? readFileSync(file) : 'none');
});

// The script that the page takes from a host is the installed one.
class Installed extends ResourceLoader {
  fetch(url, options) {
    return url.includes('docsify@') ? Promise.resolve(script) : super.fetch(url, options);
  }
}

// The file of the route, and the one of the first language, from which a page without a translation is shown.
function listFiles(vm) {
  const shown = vm && vm.route && vm.route.file;
  if (!shown) return [];
  const whole = normalize(`/${vm.config.basePath || ''}/${shown}`);
  const languages = (vm.config.fallbackLanguages || []).filter((each) => shown.replace(/^\//, '').startsWith(`${each}/`));
  return [whole, ...languages.map((each) => whole.replace(`/${each}/`, '/'))];
}

async function open(port, route) {
  const origin = `http://localhost:${port}`;
  const before = asked.length;
  let vm;
  const dom = await JSDOM.fromURL(`${origin}/#${route}`, {
    runScripts: 'dangerously',
    resources: new Installed(),
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
    beforeParse(window) {
      window.scrollTo = () => {};
      window.matchMedia = () => ({ matches: false, addEventListener() {}, addListener() {} });
      window.fetch = (url, options) => fetch(new URL(url, `${origin}/`), options);
      window.Element.prototype.scrollIntoView = () => {};
      window.CSS = { escape: (text) => text };
      const plugin = (hook, instance) => (vm = instance);
      let settings;
      Object.defineProperty(window, '$docsify', {
        get: () => settings,
        set: (value) => {
          settings = { ...value, plugins: [...(value.plugins || []), plugin] };
        },
      });
    },
  });
  const section = () => dom.window.document.querySelector('.markdown-section');
  const files = () => listFiles(vm);
  const read = () => asked.slice(before).map(([path]) => path);
  const shows = () => section() && section().innerHTML.trim() && files().some((each) => read().includes(each));
  for (let waited = 0; waited < PATIENCE && !shows(); waited += 25) await sleep(25);
  // Included files, the sidebar and the like come after.
  for (let last = ''; last !== dom.serialize(); await sleep(250)) last = dom.serialize();
  const found = asked.slice(before).filter(([, there]) => there).map(([path]) => path);
  const file = files().find((each) => found.includes(each));
  const html = dom.serialize();
  dom.window.close();
  return { file: file || null, found: file !== undefined, html };
}

server.listen(0, async () => {
  const found = {};
  const pending = JSON.parse(readFileSync(routesFile, 'utf8'));
  while (pending.length) {
    const route = pending.shift();
    if (found[route]) continue;
    found[route] = await open(server.address().port, route);
    for (const [, href] of found[route].html.matchAll(/href="#(\/[^"]*)"/g)) {
      pending.push(decodeURIComponent(href.replaceAll('&amp;', '&')).replace(/\?.*/, ''));
    }
  }
  writeFileSync(output, JSON.stringify(found));
  process.exit(0);
});
