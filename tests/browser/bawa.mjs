// What leaves the site with a figure: its citation, its embed page, its files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { berkas, kelebihan, mulai, wakil } from "./bantu/situs.mjs";

const EMBED = "blitar/dinas-sosial/indikator/ppks-tertangani/grafik/indikator-ppks-tertangani/index.html";
const EMBEDS = [
  ...wakil().map(([, alamat]) => berkas(alamat)).filter((alamat) => alamat.includes("/grafik/")),
  "banding/ppks-tertangani/2024/grafik/banding-ppks-tertangani-2024/index.html",
  EMBED,
];

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

for (const [name, start] of [["over http", () => situs.base], ["from a folder", () => situs.folder]]) {
  test(`a figure is cited, embedded and downloaded, ${name}`, async () => {
    const http = start().startsWith("http");
    const permissions = http ? ["clipboard-read", "clipboard-write"] : [];
    const { page, tutup } = await situs.buka({ permissions, acceptDownloads: true });
    await page.goto(`${start()}blitar/dinas-sosial/2024/index.html`);
    await page.locator('#grafik-capaian a[href$="grafik/capaian/index.html#bawa"]').click();
    const citation = page.locator("#kutipan");
    await citation.waitFor({ state: "visible" }); // the link opens the folded part, once the script is there
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
    await tutup();
  });
}

test("an embed page fits a frame of 300 px, alone and in another site", async () => {
  const { page, tutup } = await situs.buka({ viewport: { width: 300, height: 500 } });
  for (const path of EMBEDS) {
    await page.goto(situs.base + path);
    await page.locator("summary").click();
    const over = await kelebihan(page);
    assert.ok(over <= 0, `${path} is ${over} px too wide`);
    assert.equal(await page.locator("svg[role=img]:visible").count(), 1, `${path} shows one drawing`);
  }
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(situs.base + EMBED);
  const code = await page.locator("#kode-sematan").textContent();
  await page.setContent(`<h1>Dinas lain</h1>${code.replace("ALAMAT-SITUS/", situs.base)}`);
  const frame = page.frameLocator("iframe");
  await frame.locator("svg[role=img]:visible").waitFor();
  const [inside, outside] = [await frame.locator("main").evaluate((e) => e.offsetHeight), await page.locator("iframe").evaluate((e) => e.offsetHeight)];
  assert.ok(inside <= outside + 8, `the figure is ${inside} px high in a frame of ${outside} px`);
  await frame.locator("#sumber a").click();
  await page.waitForURL(/ppks-tertangani\/index\.html#grafik-/);
  await tutup();
});
