// The built site in a real browser: node uji.mjs <folder of the built site>
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { deadLinks } from "./tautan.mjs";

const root = resolve(process.env.SITUS ?? "public");
const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".csv": "text/csv", ".json": "application/json" };
const PAGES = [
  "index.html",
  "blitar/index.html",
  "blitar/dinas-sosial/index.html",
  "blitar/dinas-sosial/2024/index.html",
  "blitar/dinas-sosial/2024/tabel/index.html",
  "blitar/dinas-sosial/indikator/ppks-tertangani/index.html",
  "blitar/dinas-sosial/angka/indikator-ppks-tertangani/index.html",
  "jember/dinas-sosial/2025/index.html",
  "mojokerto/dinas-sosial/2023/index.html",
  "seruyan/dinas-sosial/2025/index.html",
  "banding/index.html",
  "banding/ppks-tertangani/index.html",
  "temuan/index.html",
  "metodologi/index.html",
  "glosarium/index.html",
  "data/index.html",
  "ralat/index.html",
  "isi/index.html",
  "tentang/index.html",
];

let server, base, browser;

before(async () => {
  server = createServer(async (request, response) => {
    try {
      let path = join(root, decodeURIComponent(new URL(request.url, "http://x").pathname));
      if ((await stat(path)).isDirectory()) path = join(path, "index.html");
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(await readFile(path));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files"],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page that fails the test on any console error or any request outside the site. */
async function open(options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(`request to ${url}`);
  });
  return { page, context, wrong };
}

test("no link of any page is dead and no page loads from outside", () => {
  const { pages, links, wrong } = deadLinks(root);
  assert.ok(pages > 100 && links > 1000, `only ${pages} pages, ${links} links`);
  assert.deepEqual(wrong.slice(0, 20), []);
});

for (const [name, start, options] of [
  ["over http", () => base, {}],
  ["from a folder", () => pathToFileURL(join(root, "index.html")).href, {}],
  ["without scripts", () => base, { javaScriptEnabled: false }],
  ["from a folder without scripts", () => pathToFileURL(join(root, "index.html")).href, { javaScriptEnabled: false }],
]) {
  test(`a citizen walks from the first page to a sub kegiatan, to the origin of its figure, and back, ${name}`, async () => {
    const { page, context, wrong } = await open({ viewport: { width: 360, height: 720 }, ...options });
    await page.goto(start());
    await page.getByRole("link", { name: "Kabupaten Blitar" }).first().click();
    await page.getByRole("link", { name: "2024", exact: true }).first().click();
    assert.match(await page.locator("h1").innerText(), /Dinas Sosial Kabupaten Blitar/);
    const leaf = page.locator('[id="rehabilitasi.k1.s1"]');
    assert.equal(await leaf.isVisible(), false, "the tree starts folded");
    await page.locator('[id="rehabilitasi"] > details > summary').click();
    await page.locator('[id="rehabilitasi.k1"] > details > summary').click();
    assert.equal(await leaf.isVisible(), true, "the sub kegiatan shows");
    const figure = leaf.locator("a.angka").first();
    const text = await figure.innerText();
    await figure.click();
    const origin = page.locator(".asal:target");
    await origin.waitFor();
    assert.ok((await origin.innerText()).includes(text), "the origin names the same figure");
    assert.match(await origin.innerText(), /Tabel/);
    await page.goBack();
    await page.getByRole("link", { name: "Beranda" }).click();
    assert.match(await page.locator("h1").innerText(), /uang/);
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("no page is wider than a phone of 360 px", async () => {
  const { page, context, wrong } = await open({ viewport: { width: 360, height: 720 } });
  for (const path of PAGES) {
    await page.goto(base + path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${path} is ${over} px too wide`);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing wrong, ${scheme}, ${width} px`, async () => {
      const { page, context, wrong } = await open({ viewport: { width, height: 900 }, colorScheme: scheme });
      for (const path of PAGES) {
        await page.goto(base + path);
        await page.addScriptTag({ path: axeSource });
        const found = await page.evaluate(async () => {
          const result = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] });
          return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" | ")}`);
        });
        assert.deepEqual(found, [], path);
      }
      assert.deepEqual(wrong, []);
      await context.close();
    });
  }
}

test("every chart has a name, a description with values, and a table beside it", async () => {
  const { page, context } = await open();
  await page.goto(base + "blitar/dinas-sosial/2024/index.html");
  const charts = await page.locator("figure.grafik").all();
  assert.ok(charts.length >= 3);
  for (const chart of charts) {
    assert.ok((await chart.locator("svg[role=img] > title").count()) >= 1);
    const text = await chart.locator("svg > desc").first().textContent();
    assert.match(text, /\d/);
    assert.ok((await chart.locator("table tbody tr").count()) >= 1);
  }
  await context.close();
});

test("printed, the whole budget tree is on paper", async () => {
  const { page, context } = await open();
  await page.goto(base + "blitar/dinas-sosial/2024/index.html");
  await page.emulateMedia({ media: "print" });
  const height = await page.locator('[id="rehabilitasi.k1.s1"]').evaluate((e) => e.getBoundingClientRect().height);
  assert.ok(height > 0, "a folded branch prints open");
  await context.close();
});

test("typing narrows the list of all pages", async () => {
  const { page, context } = await open();
  await page.goto(base + "isi/index.html");
  await page.fill("#kata", "rehabilitasi blitar");
  const shown = await page.locator("#daftar > li:visible").count();
  const all = await page.locator("#daftar > li").count();
  assert.ok(shown > 0 && shown < all, `${shown} of ${all}`);
  await context.close();
});
