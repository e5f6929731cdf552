// What people come for, done by links from the home page: with and without scripts, from a host and from a folder,
// on a phone and on a desk. The answers are those of the printed reports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ADA_EN, mulai } from "./bantu/situs.mjs";

const CARA = [];
for (const http of [true, false]) {
  for (const skrip of [true, false]) {
    for (const width of [360, 1280]) CARA.push({ http, skrip, width, nama: `${http ? "over http" : "from a folder"}, ${skrip ? "with" : "without"} scripts, ${width} px` });
  }
}

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

/** A task done in every way; each starts at the home page. */
function tugas(nama, langkah, options = {}) {
  for (const cara of CARA) {
    test(`${nama}, ${cara.nama}`, options, async () => {
      const { page, tutup } = await situs.buka({ viewport: { width: cara.width, height: 740 }, javaScriptEnabled: cara.skrip, acceptDownloads: true });
      await page.goto(cara.http ? situs.base : `${situs.folder}index.html`);
      await langkah(page, cara);
      await tutup();
    });
  }
}

/** Follows a link of the content by its words; opens the folded part it stands in, as a reader would. */
async function ikuti(page, name, within = page.getByRole("main")) {
  const link = within.getByRole("link", { name, exact: typeof name === "string", includeHidden: true }).first();
  await buka(page, link);
  await link.click();
}

/** Opens every folded part around an element. */
async function buka(page, target) {
  const folded = page.locator("details:not([open])", { has: target });
  while ((await folded.count()) > 0) await folded.first().locator("> summary").click();
}

/** From the first page to a record. */
async function rekaman(page, kabupaten, tahun) {
  await ikuti(page, `Kabupaten ${kabupaten}`);
  await ikuti(page, tahun);
  assert.match(await page.locator("h1").innerText(), new RegExp(`${kabupaten}[\\s\\S]*${tahun}`));
}

/** To one of the four views of a record; a click does not wait for the page it leads to. */
async function tampilan(page, nama) {
  const views = page.getByRole("navigation", { name: /Tampilan laporan|Views of the report/ });
  await ikuti(page, nama, views);
  await views.locator("a[aria-current=page]", { hasText: nama }).waitFor();
}

/** A row of a table by the words of its head. */
const baris = (page, kata) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: kata }) }).first();

tugas("a citizen finds how much of Blitar's 2024 budget for Rehabilitasi Sosial was used", async (page) => {
  await rekaman(page, "Blitar", "2024");
  await tampilan(page, "Uang");
  const branch = page.locator('[id="rehabilitasi"]');
  await buka(page, branch);
  const text = await branch.innerText();
  for (const part of ["Rehabilitasi Sosial", "Rp1.114.397.175", "Rp1.060.562.000", "95,17%"]) assert.ok(text.includes(part), `${part} in ${text.slice(0, 300)}`);
  // The figure leads to where it was printed.
  await branch.getByRole("link", { name: "Rp1.060.562.000" }).first().click();
  const origin = page.locator(":target");
  assert.match(await origin.innerText(), /Rp1\.060\.562\.000[\s\S]*Tabel/);
});

tugas("a citizen finds that Mojokerto met its 2023 target, and by how much", async (page) => {
  await rekaman(page, "Mojokerto", "2023");
  assert.match(await page.getByRole("main").innerText(), /82,18%[\s\S]{0,60}target 82%/, "said on the first view");
  await tampilan(page, "Hasil");
  const first = await page.getByRole("main").innerText();
  assert.match(first, /82,18%[\s\S]{0,60}di atas target 82%/, "said in the first sentence");
  const row = baris(page, /memperoleh bantuan sosial untuk pemenuhan kebutuhan dasar/);
  await buka(page, row);
  const text = await row.innerText();
  for (const part of ["82%", "82,18%", "100,22%"]) assert.ok(text.includes(part), `${part} in ${text}`);
});

tugas("a journalist finds a contradiction in Jember's 2025 report and its formula", async (page) => {
  await rekaman(page, "Jember", "2025");
  const finding = page.locator("li", { hasText: "129.300 ÷ 168.304" }).first();
  await buka(page, finding);
  assert.match(await finding.innerText(), /67%[\s\S]*76,83%[\s\S]*129\.300 ÷ 168\.304/);
  await finding.getByRole("link").first().click();
  const origin = page.locator(":target").first();
  const text = await origin.innerText();
  for (const part of ["67%", "76,83%", "129.300 ÷ 168.304", "Tabel 3.2"]) assert.ok(text.includes(part), `${part} in ${text.slice(0, 400)}`);
});

tugas("a village head compares SAKIP scores", async (page) => {
  const menu = page.getByRole("banner");
  await buka(page, menu.getByRole("link", { name: "Bandingkan", includeHidden: true }));
  await menu.getByRole("link", { name: "Bandingkan" }).click();
  await ikuti(page, /Nilai SAKIP/);
  // The page of the newest comparable year opens first; the year asked for may be another one.
  if ((await page.getByRole("main").getByRole("link", { name: "2023", exact: true, includeHidden: true }).count()) > 0) await ikuti(page, "2023");
  assert.match(await page.getByRole("main").innerText(), /Pada 2023, nilai SAKIP/);
  const values = [];
  for (const nama of ["Mojokerto", "Jember", "Blitar", "Seruyan"]) {
    const text = (await page.locator("table", { has: page.getByRole("columnheader", { name: "Nilai", exact: true }) }).first().getByRole("row", { name: `Kabupaten ${nama}` }).first().innerText()).match(/\d\d,\d+/)[0];
    values.push(text);
  }
  assert.deepEqual(values, ["80,98", "69,5", "60,82", "60,6"]);
});

tugas("a journalist downloads the CSV behind a chart and finds the same number in it", async (page, cara) => {
  await rekaman(page, "Blitar", "2024");
  await tampilan(page, "Uang");
  const chart = page.locator("#grafik-anggaran-program");
  await buka(page, chart);
  const said = await chart.locator("svg[role=img] > desc").first().textContent();
  assert.match(said, /Rehabilitasi Sosial: pagu Rp1,11 miliar, realisasi Rp1,06 miliar \(95,17%\)/);
  await page.locator("#sematan-anggaran-program > summary").click();
  const link = chart.locator('a[download][href$=".csv"]');
  let csv;
  if (cara.http) {
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    csv = readFileSync(await file.path(), "utf8");
  } else {
    assert.ok(await link.isVisible());
    csv = readFileSync(fileURLToPath(await link.evaluate((a) => a.href)), "utf8");
  }
  const row = csv.split("\n").find((line) => line.startsWith("blitar/dinas-sosial/2024/uang/,anggaran-program,") && line.includes(",Rehabilitasi Sosial,Realisasi,"));
  assert.match(row, /,1060562000,Rp,"95,17%",/);
});

tugas("a reader who does not know a term is told what it means", async (page, cara) => {
  await rekaman(page, "Blitar", "2024");
  await tampilan(page, "Uang");
  const istilah = page.locator('main a[href$="glosarium/index.html#serapan"]').first();
  await buka(page, istilah);
  const sini = page.url();
  if (cara.skrip) {
    await istilah.focus();
    await page.getByRole("button", { name: /^serapan, arti istilah$/i }).first().waitFor();
    await page.keyboard.press("Space");
    const arti = page.locator("[popover]:popover-open");
    assert.match(await arti.innerText(), /serapan[\s\S]*Glosarium/i);
    assert.match(await arti.getByRole("link").getAttribute("href"), /glosarium\/index\.html#serapan$/);
    await page.keyboard.press("Escape");
    assert.equal(await arti.count(), 0);
    assert.equal(page.url(), sini, "the reader stays on the page");
  } else {
    await istilah.click();
    assert.match(await page.locator(":target").innerText(), /^serapan/i);
  }
});

tugas(
  "a visitor switches to English and back on the same page",
  async (page) => {
    await rekaman(page, "Blitar", "2024");
    const start = page.url();
    const sakelar = (lang) => page.locator(`a[hreflang=${lang}]`).first();
    await buka(page, sakelar("en"));
    await sakelar("en").click();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.match(page.url(), /\/en\/blitar\/dinas-sosial\/2024\//);
    assert.match(await page.getByRole("main").innerText(), /93\.84%/, "numbers are written the English way");
    await buka(page, sakelar("id"));
    await sakelar("id").click();
    assert.equal(page.url(), start);
    assert.equal(await page.locator("html").getAttribute("lang"), "id");
  },
  { skip: !ADA_EN && "the site is not built in English" },
);

for (const skrip of [true, false]) {
  test(`a village head prints a record: figures and sources, no navigation, ${skrip ? "with" : "without"} scripts`, async () => {
    const { page, tutup } = await situs.buka({ javaScriptEnabled: skrip });
    await page.goto(situs.base);
    await rekaman(page, "Blitar", "2024");
    const folder = mkdtempSync(join(tmpdir(), "terang-"));
    const cetak = async (berkas) => {
      await page.pdf({ path: join(folder, berkas), format: "A4" });
      return execFileSync("pdftotext", [join(folder, berkas), "-"], { encoding: "utf8" });
    };
    const halaman = (text) => text.split("\f").length - 1;
    const satu = await cetak("sekilas.pdf");
    assert.equal(halaman(satu), 1, "the first view is one page");
    for (const part of ["95,39%", "93,84%", "Sumber", "31 Desember 2024"]) assert.ok(satu.includes(part), part);
    await tampilan(page, "Uang");
    const uang = await cetak("uang.pdf");
    const text = (satu + uang).replace(/\s+/g, " ");
    let semua = halaman(satu) + halaman(uang);
    for (const nama of ["Hasil", "Isi laporan"]) {
      await tampilan(page, nama);
      semua += halaman(await cetak("lain.pdf"));
    }
    assert.ok(semua < 12, `the whole report is ${semua} pages`);
    rmSync(folder, { recursive: true });
    for (const part of ["Rp1.060.562.000", "Tabel 3.13", "Penyediaan Permakanan"]) assert.ok(text.includes(part), part);
    for (const part of ["Bandingkan", "Langsung ke isi", "English", "Salin tautan"]) assert.ok(!text.includes(part), `${part} is on paper`);
    await tutup();
  });
}
