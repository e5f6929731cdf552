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
  "blitar/dinas-sosial/2024/grafik/capaian/index.html",
  "mojokerto/dinas-sosial/2023/grafik/capaian/index.html",
  "banding/ppks-tertangani/2024/grafik/banding-ppks-tertangani-2024/index.html",
];
const EMBED = "blitar/dinas-sosial/indikator/ppks-tertangani/grafik/indikator-ppks-tertangani/index.html";

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

test("kabupaten picked by address stand side by side, and the address follows the reader", async () => {
  const { page, context, wrong } = await open();
  await page.goto(base + "banding/index.html?d=blitar,jember&t=2024");
  const table = page.locator("#pilih table");
  await table.waitFor();
  assert.deepEqual(await table.locator("thead th").allInnerTexts(), ["Ukuran", "Blitar", "Jember"]);
  const row = table.locator("tbody tr", { has: page.locator('a[href*="ppks-tertangani/2024"]') });
  assert.match(await row.innerText(), /95,39%[\s\S]*88%/);
  assert.equal(await page.getByLabel("Blitar", { exact: true }).isChecked(), true);
  await page.getByLabel("Seruyan", { exact: true }).check();
  assert.match(page.url(), /\?d=blitar,jember,seruyan&t=2024$/);
  await page.getByLabel("Tahun").selectOption("2023");
  assert.match(page.url(), /t=2023$/);
  const shown = await table.innerText();
  await page.goto(page.url());
  await table.waitFor();
  assert.equal(await table.innerText(), shown, "the address alone brings the same table back");
  assert.deepEqual(wrong, []);
  await context.close();
});

for (const [name, start] of [["over http", () => base], ["from a folder", () => pathToFileURL(root).href + "/"]]) {
  test(`a figure is cited, embedded and downloaded, ${name}`, async () => {
    const http = start().startsWith("http");
    const permissions = http ? ["clipboard-read", "clipboard-write"] : [];
    const { page, context, wrong } = await open({ permissions, acceptDownloads: true });
    await page.goto(start() + "blitar/dinas-sosial/2024/index.html");
    await page.locator("#grafik-capaian").getByRole("link", { name: "kutip, sematkan, PNG" }).click();
    const citation = page.locator("#kutipan");
    assert.equal(await citation.isVisible(), true, "the link opens the folded part");
    const text = await citation.innerText();
    for (const part of ["95,39%", "Sumber:", "data keadaan", "blitar/dinas-sosial/2024/"]) assert.ok(text.includes(part), part);
    await page.getByRole("button", { name: "Salin kutipan" }).click();
    await page.getByRole("button", { name: /Tersalin|Terpilih/ }).waitFor();
    if (http) assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    assert.match(await page.locator("#kode-sematan").innerText(), /^<iframe src="[^"]*2024\/grafik\/capaian\/index\.html" title="[^"]+"/);
    const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Gambar PNG" }).click()]);
    assert.equal(png.suggestedFilename(), "capaian.png");
    const bytes = await readFile(await png.path());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.equal(bytes.readUInt32BE(16), 1360, "twice the width of the drawing");
    assert.ok(bytes.length > 15000, `an empty picture: ${bytes.length} bytes`);
    for (const [link, first] of [["Gambar SVG", "<svg"], ["Angka CSV", "indikator,deret,nilai"]]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
      assert.ok((await readFile(await file.path(), "utf8")).startsWith(first), link);
    }
    await page.locator("#sumber a").click();
    await page.locator("#grafik-capaian:target").waitFor();
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("an embed page fits a frame of 300 px, alone and in another site", async () => {
  const { page, context, wrong } = await open({ viewport: { width: 300, height: 500 } });
  for (const path of [...PAGES.filter((p) => p.includes("/grafik/")), EMBED]) {
    await page.goto(base + path);
    await page.locator("summary").click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${path} is ${over} px too wide`);
    assert.equal(await page.locator("svg.c-grafik:visible").count(), 1, `${path} shows one drawing`);
  }
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(base + EMBED);
  const code = await page.locator("#kode-sematan").textContent();
  await page.setContent(`<h1>Dinas lain</h1>${code.replace("ALAMAT-SITUS/", base)}`);
  const frame = page.frameLocator("iframe");
  await frame.locator("svg.c-grafik:visible").waitFor();
  const [inside, outside] = [await frame.locator("main").evaluate((e) => e.offsetHeight), await page.locator("iframe").evaluate((e) => e.offsetHeight)];
  assert.ok(inside <= outside + 8, `the figure is ${inside} px high in a frame of ${outside} px`);
  await frame.locator("#sumber a").click();
  await page.waitForURL(/ppks-tertangani\/index\.html#grafik-/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("tables and charts of a page offer their files", async () => {
  const { page, context } = await open();
  for (const [path, most] of [["blitar/dinas-sosial/2024/tabel/index.html", 10], ["banding/ppks-tertangani/index.html", 2], ["jember/dinas-sosial/2025/index.html", 3]]) {
    await page.goto(base + path);
    const links = await page.locator("main a[download]").evaluateAll((list) => list.map((a) => a.href));
    assert.ok(links.length >= most, `${path}: ${links.length} downloads`);
    for (const link of links) {
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200, link);
      assert.ok((await answer.body()).length > 40, link);
    }
  }
  await context.close();
});
