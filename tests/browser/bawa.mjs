// What leaves the site with a figure: its citation, its frame, its files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { kelebihan, mulai } from "./bantu/situs.mjs";

const FRAMES = [
  "blitar/dinas-sosial/2024/hasil/index.html#sematan-capaian",
  "blitar/dinas-sosial/2024/uang/index.html#sematan-anggaran-program",
  "mojokerto/dinas-sosial/index.html#sematan-anggaran-tahun",
  "banding/ppks-tertangani/index.html#sematan-banding-ppks-tertangani-2024",
  "en/blitar/dinas-sosial/indikator/ppks-tertangani/index.html#sematan-indikator-ppks-tertangani",
];

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

for (const [name, start] of [["over http", () => situs.base], ["from a folder", () => situs.folder]]) {
  test(`a figure is cited, embedded and downloaded, ${name}`, async () => {
    const http = start().startsWith("http");
    const permissions = http ? ["clipboard-read", "clipboard-write"] : [];
    const { page, tutup } = await situs.buka({ permissions, acceptDownloads: true });
    await page.goto(`${start()}blitar/dinas-sosial/2024/hasil/index.html`);
    const bawa = page.locator("#sematan-capaian");
    await bawa.locator("summary").click();
    const text = await bawa.locator(".kutipan").innerText();
    for (const part of ["1 dari 3 indikator mencapai target 2024", "Sumber:", "data keadaan", "blitar/dinas-sosial/2024/"]) assert.ok(text.includes(part), part);
    await bawa.getByRole("button", { name: "Salin kutipan" }).click();
    await bawa.getByRole("button", { name: /Tersalin|Terpilih/ }).waitFor();
    if (http) assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    assert.match(await bawa.locator(".kode").innerText(), /^<iframe src="[^"]*2024\/hasil\/index\.html#sematan-capaian" title="[^"]+"/);
    const [png] = await Promise.all([page.waitForEvent("download"), bawa.getByRole("button", { name: "Gambar PNG" }).click()]);
    assert.equal(png.suggestedFilename(), "capaian.png");
    const bytes = await readFile(await png.path());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.equal(bytes.readUInt32BE(16), 1600, "four times the width of the narrow drawing and its margins");
    assert.ok(bytes.length > 15000, `an empty picture: ${bytes.length} bytes`);
    const [svg] = await Promise.all([page.waitForEvent("download"), bawa.getByRole("button", { name: "Gambar SVG" }).click()]);
    const drawing = await readFile(await svg.path(), "utf8");
    for (const part of ["<svg", "indikator mencapai target", "Terang Sosial", "prefers-color-scheme: dark", "<desc>"]) assert.ok(drawing.includes(part), part);
    assert.ok(!drawing.includes("var("), "a drawing alone has no variables");
    const [csv] = await Promise.all([page.waitForEvent("download"), bawa.getByRole("link", { name: "Angka CSV" }).click()]);
    assert.ok((await readFile(await csv.path(), "utf8")).startsWith("halaman,grafik,judul,kategori,deret,nilai"));
    await tutup();
  });
}

test("without scripts the citation can be read and the frame shows the figure", async () => {
  const { page, tutup } = await situs.buka({ javaScriptEnabled: false });
  await page.goto(`${situs.base}blitar/dinas-sosial/2024/hasil/index.html`);
  await page.locator("#sematan-capaian summary").click();
  assert.match(await page.locator("#sematan-capaian .kutipan").innerText(), /1 dari 3 indikator mencapai target 2024/);
  await page.goto(situs.base + FRAMES[1]);
  assert.equal(await page.locator("svg[role=img]:visible").count(), 1);
  assert.equal(await page.locator("h1:visible, footer:visible, nav:visible").count(), 0, "nothing but the figure");
  await tutup();
});

test("a frame of 300 px shows one figure alone, in this site and in another", async () => {
  // Another site frames it: the policy of this one would not let the page that stands for it.
  const { page, tutup } = await situs.buka({ viewport: { width: 300, height: 500 }, bypassCSP: true });
  for (const path of FRAMES) {
    await page.goto("about:blank");
    await page.goto(situs.base + path);
    const over = await kelebihan(page);
    assert.ok(over <= 0, `${path} is ${over} px too wide`);
    assert.equal(await page.locator("svg[role=img]:visible").count(), 1, `${path} shows one drawing`);
    assert.equal(await page.evaluate(() => scrollY), 0, `${path} begins with its title`);
  }
  for (const path of FRAMES) {
    await page.setViewportSize({ width: 360, height: 720 });
    await page.goto("about:blank");
    await page.goto(situs.base + path);
    const code = await page.locator(".bawa:target .kode").textContent();
    await page.setContent(`<link rel="icon" href="data:,"><h1>Dinas lain</h1>${code.replace(/ALAMAT-SITUS\/|SITE-ADDRESS\//, situs.base)}`);
    const frame = page.frameLocator("iframe");
    // Before its style sheet has come a page shows all its figures.
    await (await (await page.locator("iframe").elementHandle()).contentFrame()).waitForURL(/#sematan-/);
    await frame.locator("svg[role=img]:visible").waitFor();
    const [inside, outside] = [await frame.locator("main").evaluate((e) => e.offsetHeight), await page.locator("iframe").evaluate((e) => e.offsetHeight)];
    assert.ok(inside <= outside + 8, `${path} is ${inside} px high in a frame of ${outside} px`);
    await frame.locator(".lengkap:visible a").click();
    await page.waitForURL(/index\.html#grafik-/);
  }
  await tutup();
});
