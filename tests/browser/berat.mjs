// What every page weighs: HTML with its drawings, CSS, scripts, requests; and that nothing jumps while it loads.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { PERBARUI, berkas, jenisDari, mulai, semuaHalaman, wakil } from "./bantu/situs.mjs";
import { diRepo, kB, tabel, timbang } from "./bantu/timbang.mjs";

/** Budgets of one page, compressed, in bytes of 1000 to the kB; `terang build` warns by the same one for HTML and CSS. */
const ANGGARAN = { tampak: 60_000, skrip: 15_000, permintaan: 6 };
const tampak = (b) => b.html + b.css;

let situs;
const semua = semuaHalaman().map(timbang);
before(async () => (situs = await mulai()));
after(() => situs.tutup());

/** The pages beyond a budget, the worst first. */
const lewat = (nilai, batas) => semua.filter((b) => nilai(b) > batas).sort((a, b) => nilai(b) - nilai(a)).slice(0, 10).map((b) => `/${b.alamat}: ${nilai(b)}`);

test("HTML with its drawings and CSS of every page is at most 60 kB compressed", () => {
  assert.ok(semua.length > 100);
  assert.deepEqual(lewat(tampak, ANGGARAN.tampak), []);
});

test("scripts of every page are at most 15 kB compressed, search aside, which loads on use", () => {
  assert.deepEqual(lewat((b) => b.skrip, ANGGARAN.skrip), []);
});

test("every page makes at most 6 requests, and none to another host", () => {
  assert.deepEqual(lewat((b) => b.permintaan, ANGGARAN.permintaan), []);
  assert.deepEqual(semua.flatMap((b) => b.salah.filter((s) => /host|elsewhere/.test(s)).map((s) => `/${b.alamat}: ${s}`)).slice(0, 10), []);
});

test("no script stands in the way of the first paint", () => {
  assert.deepEqual(semua.flatMap((b) => b.salah.filter((s) => s.includes("paint")).map((s) => `/${b.alamat}: ${s}`)).slice(0, 10), []);
});

test("the first paint of every kind of page needs HTML and CSS alone", async () => {
  // Aborted requests stand in the console, so this page is closed without being asked about it.
  const { page, context } = await situs.buka({ javaScriptEnabled: false, viewport: { width: 360, height: 720 } });
  await page.route(/\.(js|mjs|json|svg|png|csv|wasm)(\?|$)/, (route) => route.abort());
  for (const [, alamat] of wakil({ en: false })) {
    await page.goto(situs.base + berkas(alamat));
    const text = await page.locator("main").innerText();
    assert.ok(text.length > 200, `/${alamat} shows ${text.length} letters`);
  }
  await context.close();
});

test("a browser asks for no more than what the page names", async () => {
  const { page, tutup } = await situs.buka();
  for (const [, alamat] of wakil()) {
    situs.requests.length = 0;
    await page.goto(situs.base + berkas(alamat), { waitUntil: "networkidle" });
    const asked = new Set(situs.requests).size;
    const named = timbang(alamat).permintaan;
    assert.ok(asked >= 1 && asked <= named, `/${alamat}: ${asked} requests, ${named} named: ${[...new Set(situs.requests)].join(" ")}`);
  }
  await tutup();
});

for (const asal of ["http", "a folder"]) {
  test(`the heading face is there, from ${asal}`, async () => {
    const { page, tutup } = await situs.buka();
    await page.goto((asal === "http" ? situs.base : situs.folder) + berkas(""));
    // A machine too busy at the first paint keeps the other face for that page: nothing moves later.
    await page.reload();
    const faces = await page.evaluate(() => [...document.fonts].map((f) => `${f.family} ${f.status}`));
    assert.deepEqual(faces.map((f) => f.replaceAll('"', "")), ["Terang Judul loaded"]);
    await tutup();
  });
}

for (const width of [360, 1280]) {
  test(`nothing jumps while a page loads at ${width} px`, async () => {
    const { page, tutup } = await situs.buka({ viewport: { width, height: 800 } });
    const wrong = {};
    const geser = async (alamat) => {
      await page.goto(situs.base + berkas(alamat), { waitUntil: "load" });
      return page.evaluate(
        () =>
          new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((e) => (sum += e.value))).observe({ type: "layout-shift", buffered: true });
            // Two frames after the last script: what was going to move has moved.
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 80)));
          }),
      );
    };
    for (const [, alamat] of wakil()) {
      // What jumps by itself jumps every time; a table whose rows came late on a loaded machine does not.
      let shift = await geser(alamat);
      for (let lagi = 0; shift > 0 && lagi < 5; lagi += 1) shift = Math.min(shift, await geser(alamat));
      if (shift > 0) wrong[`/${alamat}`] = shift;
    }
    assert.deepEqual(wrong, {});
    await tutup();
  });
}

test("the table of weights (TERANG_PERBARUI=1 writes docs/berat.md)", (t) => {
  const kinds = new Map();
  for (const b of semua) {
    const jenis = (b.alamat.startsWith("en/") ? "en " : "") + jenisDari(b.alamat);
    kinds.set(jenis, [...(kinds.get(jenis) ?? []), b]);
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const rows = [...kinds].map(([jenis, list]) => {
    const heaviest = list.reduce((a, b) => (tampak(b) > tampak(a) ? b : a));
    return [jenis, list.length, kB(tampak(heaviest)), kB(median(list.map(tampak))), kB(Math.max(...list.map((b) => b.skrip))), Math.max(...list.map((b) => b.permintaan)), `/${heaviest.alamat}`];
  });
  rows.sort((a, b) => b[2] - a[2]);
  const text = tabel(["kind of page", "pages", "HTML+CSS, heaviest", "median", "scripts", "requests", "the heaviest page"], rows);
  t.diagnostic(`\n${text}`);
  assert.ok(rows.length > 15);
  if (PERBARUI) {
    const head = `# What a page weighs

Compressed (gzip) sizes in kB of 1000 bytes, of every page of the portal in this repository: HTML with its inline drawings and the CSS it loads
(without the heading face, 15 kB once for the site), scripts, and requests with the page itself and its icon. Budgets: ${ANGGARAN.tampak / 1000} kB, ${ANGGARAN.skrip / 1000} kB and ${ANGGARAN.permintaan} requests, held by \`tests/browser/berat.mjs\`;
\`terang build\` warns of a page beyond the first and names what is heavy. Search loads its own script and index only when its field is used, and is
not in this table. Written by \`TERANG_PERBARUI=1 SITUS=public node --test tests/browser/berat.mjs\`.

`;
    writeFileSync(diRepo("docs/berat.md"), `${head}${text}\n`);
  }
});
