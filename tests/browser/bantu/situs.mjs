// What all browser tests share: the site behind a server like a normal host, a browser, pages that tell on themselves.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { chromium } from "playwright-core";
import { files } from "./tautan.mjs";

/** The built site: SITUS=<folder>. */
export const SITUS = resolve(process.env.SITUS ?? "public");
/** The site is served below a path, as on the host of a Diskominfo. */
export const SUBJALUR = "/portal/terang/";
/** TERANG_PERBARUI=1 writes what is kept anew instead of comparing. */
export const PERBARUI = Boolean(process.env.TERANG_PERBARUI);
/** Whether the site is built in English too. */
export const ADA_EN = existsSync(join(SITUS, "en", "index.html"));

/** Every kind of page: the addresses that are of it (first match counts), and one page that stands for it. */
export const JENIS = [
  ["beranda", /^$/, ""],
  ["banding", /^banding\/(provinsi\/[^/]+\/)?$/, "banding/"],
  ["padanan", /^banding\/[^/]+\/$/, "banding/ppks-tertangani/"],
  ["padanan tahun", /^banding\/[^/]+\/.+\/$/, "banding/ppks-tertangani/2023/"],
  ["temuan", /^temuan\/(\d+\/)?$/, "temuan/"],
  ["aturan", /^temuan\/[^/]+\/(\d+\/)?$/, "temuan/serapan-beda/"],
  ["data", /^data\//, "data/"],
  ["metodologi", /^metodologi\/$/, "metodologi/"],
  ["glosarium", /^glosarium\/$/, "glosarium/"],
  ["ralat", /^ralat\/$/, "ralat/"],
  ["edisi", /^edisi\/$/, "edisi/"],
  ["isi", /^isi\/$/, "isi/"],
  ["gaya", /^gaya\/$/, "gaya/"],
  ["halaman", /^(tentang|halaman\/.*)\/$/, "tentang/"],
  ["daerah", /^[^/]+\/$/, "blitar/"],
  ["opd", /^[^/]+\/[^/]+\/$/, "blitar/dinas-sosial/"],
  ["rekaman", /^[^/]+\/[^/]+\/\d{4}\/$/, "blitar/dinas-sosial/2024/"],
  ["hasil", /^[^/]+\/[^/]+\/\d{4}\/hasil\/$/, "blitar/dinas-sosial/2024/hasil/"],
  ["uang", /^[^/]+\/[^/]+\/\d{4}\/uang\/$/, "blitar/dinas-sosial/2024/uang/"],
  ["laporan", /^[^/]+\/[^/]+\/\d{4}\/isi\/$/, "blitar/dinas-sosial/2024/isi/"],
  ["tabel", /^[^/]+\/[^/]+\/\d{4}\/tabel\/$/, "blitar/dinas-sosial/2024/tabel/"],
  ["indikator", /^[^/]+\/[^/]+\/indikator\/[^/]+\/$/, "blitar/dinas-sosial/indikator/ppks-tertangani/"],
  ["angka", /^[^/]+\/[^/]+\/angka\/[^/]+\/$/, "blitar/dinas-sosial/angka/2024/"],
];
/** Pages of a kind already listed that are built differently: cut off in September, other units, letters, no money. */
const LAIN = [
  "jember/dinas-sosial/2025/",
  "mojokerto/dinas-sosial/2023/",
  "seruyan/dinas-sosial/2025/",
  "blitar/dinas-sosial/angka/indikator/",
];
const ada = (alamat) => existsSync(join(SITUS, alamat, "index.html"));

/** Pages that stand for all others, as [kind, address]; English ones as `en <kind>`. */
export function wakil({ lain = true, en = true } = {}) {
  const id = JENIS.map(([jenis, , alamat]) => [jenis, alamat]).filter(([, alamat]) => ada(alamat));
  if (lain) id.push(...LAIN.map((alamat) => [jenisDari(alamat), alamat]));
  const inggris = id.map(([jenis, alamat]) => [`en ${jenis}`, `en/${alamat}`]).filter(([, alamat]) => ada(alamat));
  return en ? [...id, ...inggris] : id;
}

/** The kind of a page by its address, without the `en/` of an English one. */
export function jenisDari(alamat) {
  const bare = alamat.replace(/^en\//, "");
  return JENIS.find(([, pola]) => pola.test(bare))?.[0];
}

/** The addresses of all pages of the site, `""` for the home page. */
export function semuaHalaman() {
  return files(SITUS)
    .map((f) => relative(SITUS, f).replaceAll("\\", "/"))
    .filter((f) => f.endsWith("index.html"))
    .map((f) => f.slice(0, -"index.html".length))
    .sort();
}

/** The policy that docs/penerbitan.md tells a server to send: every browser test runs under it. */
const KEBIJAKAN = /^Content-Security-Policy: (.+)$/m.exec(readFileSync(new URL("../../../docs/penerbitan.md", import.meta.url), "utf8"))[1];

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".svg": "image/svg+xml", ".csv": "text/csv", ".json": "application/json", ".png": "image/png", ".wasm": "application/wasm", ".txt": "text/plain", ".xml": "application/xml" };
const packed = new Map();

/** Serves the site below SUBJALUR with gzip and keep-alive; `requests` collects what was asked for. */
export async function layani(requests = []) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    requests.push(path);
    try {
      if (!path.startsWith(SUBJALUR)) throw new Error("outside the site");
      let file = join(SITUS, path.slice(SUBJALUR.length));
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.setHeader("content-type", type);
      response.setHeader("cache-control", "max-age=600");
      response.setHeader("content-security-policy", KEBIJAKAN);
      let body = await readFile(file);
      if (/text|javascript|json|xml/.test(type) && /gzip/.test(request.headers["accept-encoding"] ?? "")) {
        if (!packed.has(file)) packed.set(file, await promisify(gzip)(body));
        body = packed.get(file);
        response.setHeader("content-encoding", "gzip");
      }
      response.setHeader("content-length", body.length);
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  server.keepAliveTimeout = 30000;
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${server.address().port}${SUBJALUR}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base, requests, close };
}

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** No update, no sync, no telemetry, and the same letters on every machine. */
export const TANDA = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];

/** The site behind a server and a browser in front of it: `buka` opens a page, `tutup` ends both. */
export async function mulai() {
  const server = await layani();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...TANDA, "--allow-file-access-from-files"] });
  const { base } = server;

  /** Opens an empty page; `tutup` fails on any console error and on any request outside the site. */
  async function buka(options = {}) {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const wrong = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !/^(file|data|blob|about):/.test(url)) wrong.push(`request to ${url}`);
    });
    const tutup = async () => {
      await context.close();
      assert.deepEqual(wrong, [], "nothing in the console and no request outside the site");
    };
    return { page, context, wrong, tutup };
  }
  const tutup = async () => {
    await browser.close();
    server.close();
  };
  return { base, requests: server.requests, folder: `${pathToFileURL(SITUS).href}/`, browser, buka, tutup };
}

/** The address of a page as a link writes it: files do not open folders. */
export const berkas = (alamat) => `${alamat}index.html`;

/** How many CSS pixels the page is wider than its window. */
export const kelebihan = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
