// Walks that any visitor takes: from the first page to a figure and back, lists that narrow, links that live.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SITUS, jenisDari, mulai, semuaHalaman, wakil } from "./bantu/situs.mjs";
import { deadLinks } from "./bantu/tautan.mjs";

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

test("no link of any page is dead and no page loads from outside", () => {
  const { pages, links, wrong } = deadLinks(SITUS);
  assert.ok(pages > 100 && links > 1000, `only ${pages} pages, ${links} links`);
  assert.deepEqual(wrong.slice(0, 20), []);
});

test("every page is of a kind that these tests know, and every kind has a page that stands for it", () => {
  const unknown = semuaHalaman().filter((alamat) => jenisDari(alamat) === undefined);
  assert.deepEqual(unknown.slice(0, 5), [], "add the kind to JENIS in bantu/situs.mjs");
  const shown = new Set(wakil().map(([jenis]) => jenis.replace("en ", "")));
  const kinds = new Set(semuaHalaman().map(jenisDari));
  assert.deepEqual([...kinds].filter((jenis) => !shown.has(jenis)), []);
});

for (const [name, start, options] of [
  ["over http", () => situs.base, {}],
  ["from a folder", () => `${situs.folder}index.html`, {}],
  ["without scripts", () => situs.base, { javaScriptEnabled: false }],
  ["from a folder without scripts", () => `${situs.folder}index.html`, { javaScriptEnabled: false }],
]) {
  test(`a citizen walks from the first page to a sub kegiatan, to the origin of its figure, and back, ${name}`, async () => {
    const { page, tutup } = await situs.buka({ viewport: { width: 360, height: 720 }, ...options });
    await page.goto(start());
    await page.getByRole("main").getByRole("link", { name: "Kabupaten Blitar" }).first().click();
    await page.getByRole("main").getByRole("link", { name: "2024", exact: true }).first().click();
    assert.match(await page.locator("h1").innerText(), /Dinas Sosial Kabupaten Blitar/);
    await page.getByRole("navigation", { name: "Tampilan laporan" }).getByRole("link", { name: "Uang" }).click();
    const leaf = page.locator('[id="rehabilitasi.k1.s1"]');
    assert.equal(await leaf.isVisible(), false, "the tree starts folded");
    await page.locator('[id="rehabilitasi"] > details > summary').click();
    await page.locator('[id="rehabilitasi.k1"] > details > summary').click();
    assert.equal(await leaf.isVisible(), true, "the sub kegiatan shows");
    const figure = leaf.locator("a.angka").first();
    const text = await figure.innerText();
    await figure.click();
    const origin = page.locator(".asal tr:target");
    await origin.waitFor();
    assert.ok((await origin.innerText()).includes(text), "the origin names the same figure");
    assert.match(await origin.innerText(), /Tabel/);
    await page.goBack();
    await page.getByRole("link", { name: "Beranda" }).click();
    assert.match(await page.locator("h1").innerText(), /uang/);
    await tutup();
  });
}

test("kabupaten picked by address stand side by side, and the address follows the reader", async () => {
  const { page, tutup } = await situs.buka();
  await page.goto(`${situs.base}banding/index.html?d=blitar,jember&t=2024`);
  const table = page.locator("#pilih table");
  await table.waitFor();
  assert.deepEqual(await table.locator("thead th").allInnerTexts(), ["Ukuran", "Blitar", "Jember"]);
  const row = table.locator("tbody tr", { has: page.locator('a[href*="banding/ppks-tertangani/"]') });
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
  await tutup();
});

test("tables and charts of a page offer their files", async () => {
  const { page, tutup } = await situs.buka();
  for (const [path, most] of [["blitar/dinas-sosial/2024/tabel/index.html", 1], ["banding/ppks-tertangani/index.html", 2], ["jember/dinas-sosial/2025/hasil/index.html", 2]]) {
    await page.goto(situs.base + path);
    const links = await page.locator("main a[download]").evaluateAll((list) => list.map((a) => a.href));
    assert.ok(links.length >= most, `${path}: ${links.length} downloads`);
    for (const link of links) {
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200, link);
      assert.ok((await answer.body()).length > 40, link);
    }
  }
  await tutup();
});
