// The packed site behind real servers, Apache and nginx, at the root and below a path: what a visitor of it is sent.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const AKAR = fileURLToPath(new URL("../../", import.meta.url));
const SITUS = resolve(process.env.SITUS ?? "public");
// TERANG=<program> spares the release build.
const [program, ...awal] = process.env.TERANG ? [resolve(process.env.TERANG)] : ["cargo", "run", "--release", "--locked", "--quiet", "--"];

/** Every kind of file of a site: its type, whether it is compressed on the way, how long it may be kept. */
const TEKS = { mampat: true, simpan: 300 };
const ABADI = { jenis: /^application\/octet-stream$/, mampat: false, simpan: 31536000 };
const JENIS = {
  ".html": { jenis: /^text\/html; charset=utf-8$/i, ...TEKS },
  ".css": { jenis: /^text\/css; charset=utf-8$/i, ...TEKS },
  ".js": { jenis: /^(text|application)\/javascript; charset=utf-8$/i, ...TEKS },
  ".csv": { jenis: /^text\/csv; charset=utf-8$/i, ...TEKS },
  ".json": { jenis: /^application\/json(; charset=utf-8)?$/i, ...TEKS },
  ".jsonld": { jenis: /^application\/ld\+json(; charset=utf-8)?$/i, ...TEKS },
  ".svg": { jenis: /^image\/svg\+xml(; charset=utf-8)?$/i, ...TEKS },
  ".txt": { jenis: /^text\/plain; charset=utf-8$/i, ...TEKS },
  ".xml": { jenis: /^(text|application)\/xml(; charset=utf-8)?$/i, ...TEKS },
  ".png": { jenis: /^image\/png$/, mampat: false, simpan: 300 },
  ".woff2": { jenis: /^font\/woff2$/, mampat: false, simpan: 300 },
  ".xlsx": { jenis: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/, mampat: false, simpan: 300 },
  ".zip": { jenis: /^application\/zip$/, mampat: false, simpan: 300 },
  ".pagefind": { jenis: /^application\/octet-stream$/, mampat: false, simpan: 300 },
  ".pf_filter": ABADI,
  ".pf_fragment": ABADI,
  ".pf_index": ABADI,
  ".pf_meta": ABADI,
};

let kerja;
const proses = [];
const alamat = {};

/** Runs terang pack into a folder of the work. */
function kemas(untuk, jalur, ke) {
  execFileSync(program, [...awal, "pack", SITUS, "--untuk", untuk, "--jalur", jalur, "--out", join(kerja, ke)], { cwd: AKAR });
}

/** Two ports that nobody has: both are held until both are known. */
async function bebas() {
  const held = [createServer(), createServer()];
  for (const server of held) await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const ports = held.map((server) => server.address().port);
  for (const server of held) await new Promise((done) => server.close(done));
  return ports;
}

/** The answer to a request, as it came over the wire. */
const minta = (url, headers = {}) =>
  new Promise((done, fail) => {
    get(url, { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, isi: Buffer.concat(parts) }));
    }).on("error", fail);
  });

/** Starts a server in the foreground and waits until it answers. */
async function jalankan(perintah, args, url) {
  const server = spawn(perintah, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (text) => (said += text));
  proses.push(server);
  for (let n = 0; n < 400; n += 1) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (await minta(url).then(() => true, () => false)) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  const log = join(kerja, "galat.log");
  assert.fail(`${perintah} does not answer: ${said} ${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
}

async function apache() {
  const [akar, sub] = await bebas();
  const modul = ["mpm_event", "authz_core", "unixd", "mime", "dir", "filter", "deflate", "headers"].filter((m) => existsSync(`/usr/lib/apache2/modules/mod_${m}.so`));
  // What a host grants at least; .htaccess needs no more.
  const situs = (port, folder) =>
    `Listen 127.0.0.1:${port}\n<VirtualHost 127.0.0.1:${port}>\nDocumentRoot ${join(kerja, folder)}\n<Directory ${join(kerja, folder)}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n</VirtualHost>\n`;
  const conf = join(kerja, "apache.conf");
  writeFileSync(
    conf,
    `ServerRoot ${kerja}\nServerName localhost\nDefaultRuntimeDir ${kerja}\nPidFile apache.pid\nErrorLog galat.log\n` +
      modul.map((m) => `LoadModule ${m}_module /usr/lib/apache2/modules/mod_${m}.so\n`).join("") +
      `TypesConfig /etc/mime.types\n${process.getuid() === 0 ? "User www-data\nGroup www-data\n" : ""}` +
      situs(akar, "apache-akar") +
      situs(sub, "apache-sub"),
  );
  alamat["Apache /"] = `http://127.0.0.1:${akar}/`;
  alamat["Apache /portal/"] = `http://127.0.0.1:${sub}/portal/`;
  await jalankan("/usr/sbin/apache2", ["-DFOREGROUND", "-f", conf], alamat["Apache /"]);
}

async function nginx() {
  const [akar, sub] = await bebas();
  // What docs/penerbitan.md says, word for word, but for the folder and the path.
  const docs = readFileSync(join(AKAR, "docs/penerbitan.md"), "utf8").split("```nginx\n")[1].split("```")[0];
  const situs = (port, folder, jalur) =>
    `server {\nlisten 127.0.0.1:${port};\n${docs.replace("/var/www", join(kerja, folder)).replaceAll("/portal/", jalur)}}\n`;
  const tempat = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((t) => `${t}_temp_path ${kerja};\n`).join("");
  const conf = join(kerja, "nginx.conf");
  writeFileSync(
    conf,
    `daemon off;\npid ${kerja}/nginx.pid;\nerror_log ${kerja}/galat.log;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n${tempat}` +
      `${situs(akar, "nginx-akar", "/")}${situs(sub, "nginx-sub", "/portal/")}}\n`,
  );
  alamat["nginx /"] = `http://127.0.0.1:${akar}/`;
  alamat["nginx /portal/"] = `http://127.0.0.1:${sub}/portal/`;
  await jalankan("/usr/sbin/nginx", ["-c", conf, "-p", kerja, "-e", join(kerja, "galat.log")], alamat["nginx /"]);
}

before(async () => {
  // Another user serves it.
  kerja = mkdtempSync(join(tmpdir(), "terang-server-"));
  chmodSync(kerja, 0o755);
  for (const folder of ["apache-sub", "nginx-sub"]) mkdirSync(join(kerja, folder));
  kemas("cpanel", "/", "apache-akar");
  kemas("cpanel", "/portal/", "apache-sub/portal");
  kemas("zip", "/", "nginx-akar");
  kemas("zip", "/portal/", "nginx-sub/portal");
  await apache();
  await nginx();
});

after(async () => {
  await Promise.all(
    proses.map((p) => {
      if (p.exitCode !== null || p.signalCode !== null) return null;
      const gone = new Promise((done) => p.once("exit", done));
      p.kill("SIGTERM");
      return gone;
    }),
  );
  if (kerja) rmSync(kerja, { recursive: true, force: true });
});

/** The largest file of every kind: one that is worth compressing. */
function wakil() {
  const out = new Map();
  for (const entry of readdirSync(SITUS, { recursive: true, withFileTypes: true })) {
    const ending = extname(entry.name);
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const isi = readFileSync(path);
    if (isi.length > (out.get(ending)?.isi.length ?? -1)) out.set(ending, { path: path.slice(SITUS.length + 1), isi });
  }
  return out;
}

/** The policy that the page for what is not found carries, without what is for folders only. */
const kebijakan = () =>
  readFileSync(join(SITUS, "404.html"), "utf8").split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0].replaceAll(" file:", "");

function aman(headers, where) {
  assert.equal(headers["content-security-policy"], kebijakan(), where);
  assert.equal(headers["x-content-type-options"], "nosniff", where);
  assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin", where);
}

for (const nama of ["Apache /", "Apache /portal/", "nginx /", "nginx /portal/"]) {
  test(`${nama}: every kind of file comes whole, with its type, compressed where it gains, kept as long as it may be`, async () => {
    for (const [ending, { path, isi }] of wakil()) {
      const kind = JENIS[ending];
      assert.ok(kind, `${path} is of a kind these tests do not know: add it to JENIS, and to src/kemas/tajuk.rs`);
      const url = alamat[nama] + path;
      const [plain, small] = [await minta(url), await minta(url, { "accept-encoding": "gzip" })];
      assert.deepEqual([plain.status, small.status], [200, 200], path);
      assert.match(plain.headers["content-type"] ?? "", kind.jenis, path);
      assert.equal(small.headers["content-type"], plain.headers["content-type"], path);
      assert.equal(plain.headers["content-encoding"], undefined, path);
      assert.equal(small.headers["content-encoding"], kind.mampat ? "gzip" : undefined, path);
      if (kind.mampat) assert.match(small.headers.vary ?? "", /accept-encoding/i, path);
      assert.ok(plain.isi.equals(isi) && (kind.mampat ? gunzipSync(small.isi) : small.isi).equals(isi), `${path} is not what was built`);
      if (kind.mampat) assert.ok(small.isi.length < isi.length, `${path}: ${small.isi.length} of ${isi.length}`);
      assert.match(plain.headers["cache-control"] ?? "", new RegExp(`(^|, )max-age=${kind.simpan}(,|$)`), path);
      aman(plain.headers, path);
      // What a browser has already is not sent again.
      for (const [answer, encoding] of [[plain, {}], [small, { "accept-encoding": "gzip" }]]) {
        const again = await minta(url, { ...encoding, "if-none-match": answer.headers.etag, "if-modified-since": answer.headers["last-modified"] });
        assert.deepEqual([again.status, again.isi.length], [304, 0], `${path} again`);
      }
    }
  });

  test(`${nama}: a folder is its page, and what is not there is the page that says so`, async () => {
    const first = await minta(alamat[nama]);
    assert.ok(first.isi.equals(readFileSync(join(SITUS, "index.html"))));
    const folder = await minta(`${alamat[nama]}temuan`);
    assert.equal(folder.status, 301);
    assert.equal(new URL(folder.headers.location).pathname, new URL(`${alamat[nama]}temuan/`).pathname);
    for (const path of ["tidak-ada", "tidak/ada/di/sini/", "data/tidak-ada.csv", "cari/pagefind/fragment/tidak-ada.pf_fragment"]) {
      const lost = await minta(alamat[nama] + path);
      assert.equal(lost.status, 404, path);
      assert.match(lost.headers["content-type"], /^text\/html/, path);
      assert.ok(lost.isi.equals(readFileSync(join(SITUS, "404.html"))), `${path}: not the page of the site`);
      assert.doesNotMatch(lost.headers["cache-control"] ?? "", /immutable|max-age=[1-9]\d{3}/, path);
      aman(lost.headers, path);
    }
    assert.equal((await minta(`${alamat[nama]}data/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd`)).status >= 400, true);
  });
}
