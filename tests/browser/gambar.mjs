// Every kind of page looks as it looked: phone, desktop, dark and print beside kept pictures in tests/browser/gambar.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { baca, beda, kecilkan, tulis } from "./bantu/gambar.mjs";
import { PERBARUI, berkas, mulai, wakil } from "./bantu/situs.mjs";
import { diRepo } from "./bantu/timbang.mjs";

const FOLDER = diRepo("tests/browser/gambar");
const BARU = join(tmpdir(), "terang-gambar");
/** Which part of a picture may differ; a lost chart or two swapped colours are more, letters of another Chromium less. */
const BOLEH = 0.004;
const CARA = [
  ["telepon", { viewport: { width: 360, height: 1440 } }, {}, 2],
  ["meja", { viewport: { width: 1280, height: 1600 } }, {}, 4],
  ["gelap", { viewport: { width: 360, height: 1440 }, colorScheme: "dark" }, {}, 2],
  ["cetak", { viewport: { width: 720, height: 1440 } }, { media: "print" }, 4],
];
const RENEW = "TERANG_PERBARUI=1 SITUS=<folder> node --test tests/browser/gambar.mjs";
/** The same letters on every machine: the page's own families are others on each, and Liberation is installed by tests/run. */
const HURUF = `*, *::before, *::after { font-family: "Liberation Sans" !important; caret-color: transparent !important; transition: none !important; animation: none !important }
table, td, th, .angka { font-family: "Liberation Sans" !important }`;

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

/** The first screens of a page, shrunk. */
async function potret(page, alamat, kali, ubah = async () => "", gulir = () => {}) {
  await page.goto(situs.base + berkas(alamat));
  await page.addStyleTag({ content: HURUF + (await ubah(page)) });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(gulir);
  return kecilkan(baca(await page.screenshot({ animations: "disabled" })), kali);
}
const nama = (jenis, cara) => `${jenis.replaceAll(" ", "-")}-${cara}.png`;
/** One page of each kind; of the English ones three, the others are the same templates. */
const halaman = wakil({ lain: false }).filter(([jenis]) => !jenis.startsWith("en ") || ["en beranda", "en rekaman", "en indikator"].includes(jenis));

for (const [cara, options, media, kali] of CARA) {
  test(`every kind of page looks as it did: ${cara}`, async () => {
    const { page, tutup } = await situs.buka({ ...options, bypassCSP: true });
    await page.emulateMedia(media);
    const wrong = [];
    mkdirSync(PERBARUI ? FOLDER : BARU, { recursive: true });
    for (const [jenis, alamat] of halaman) {
      const now = tulis(await potret(page, alamat, kali));
      const file = join(FOLDER, nama(jenis, cara));
      if (PERBARUI) {
        writeFileSync(file, now);
        continue;
      }
      if (!existsSync(file)) {
        wrong.push(`no picture of ${jenis} (${cara}) is kept; make it with ${RENEW}`);
        continue;
      }
      const part = beda(baca(readFileSync(file)), baca(now));
      if (part > BOLEH) {
        writeFileSync(join(BARU, nama(jenis, cara)), now);
        wrong.push(`${jenis} (/${alamat}): ${(part * 100).toFixed(2)}% differ; compare ${file} with ${join(BARU, nama(jenis, cara))}, and if the new one is right: ${RENEW}`);
      }
    }
    await tutup();
    assert.deepEqual(wrong, []);
  });
}

test("kept pictures are all in use and weigh at most 1.5 MB together", () => {
  const kept = existsSync(FOLDER) ? readdirSync(FOLDER).filter((f) => f.endsWith(".png")) : [];
  const used = new Set(halaman.flatMap(([jenis]) => CARA.map(([cara]) => nama(jenis, cara))));
  if (PERBARUI) kept.filter((f) => !used.has(f)).forEach((f) => rmSync(join(FOLDER, f)));
  else assert.deepEqual(kept.filter((f) => !used.has(f)), [], `no page has these any more; remove them with ${RENEW}`);
  assert.ok(kept.length > 0, `no pictures are kept; make them with ${RENEW}`);
  const bytes = kept.filter((f) => used.has(f)).reduce((sum, f) => sum + statSync(join(FOLDER, f)).size, 0);
  assert.ok(bytes <= 1_500_000, `${bytes} bytes`);
});

/** Scrolls to the first visible chart of more than one colour. */
const keGrafik = () => {
  const fills = (s) => new Set([...s.querySelectorAll("rect,path,polygon,circle")].map((e) => getComputedStyle(e).fill).filter((f) => f !== "none"));
  [...document.querySelectorAll("svg[role=img]")].find((s) => s.checkVisibility() && fills(s).size > 1)?.scrollIntoView();
};

/** CSS that gives the two colours most used for areas in the first visible chart to each other. */
const tukar = (page) =>
  page.evaluate(() => {
    const fills = (s) => new Set([...s.querySelectorAll("rect,path,polygon,circle")].map((e) => getComputedStyle(e).fill).filter((f) => f !== "none"));
    const svg = [...document.querySelectorAll("svg[role=img]")].find((s) => s.checkVisibility() && fills(s).size > 1);
    const areas = new Map();
    for (const e of svg.querySelectorAll("rect,path,polygon,circle")) {
      const { fill } = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if (fill !== "none") areas.set(fill, (areas.get(fill) ?? 0) + box.width * box.height);
    }
    const [a, b] = [...areas].sort((x, y) => y[1] - x[1]).map(([fill]) => fill);
    if (!b) throw new Error("this chart has one colour only");
    let n = 0;
    let css = "";
    for (const e of svg.querySelectorAll("rect,path,polygon,circle")) {
      const { fill } = getComputedStyle(e);
      if (fill !== a && fill !== b) continue;
      e.id ||= `tukar-${(n += 1)}`;
      css += `#${CSS.escape(e.id)} { fill: ${fill === a ? b : a} !important }`;
    }
    return css;
  });

for (const [what, ubah, alamat = "blitar/dinas-sosial/2024/"] of [
  ["two swapped colours of a chart", tukar, "blitar/dinas-sosial/2024/"],
  ["a lost chart", () => "figure { display: none !important }"],
  ["another colour of links", () => "a { color: #c00 !important }", "temuan/"],
  ["text moved by a line", () => "h1 { margin-top: 48px !important }"],
]) {
  for (const [cara, options, , kali] of CARA.slice(0, 3)) {
    test(`the comparison sees ${what}, ${cara}`, async () => {
      const { page, tutup } = await situs.buka({ ...options, bypassCSP: true });
      const gulir = ubah === tukar ? keGrafik : undefined;
      const before = await potret(page, alamat, kali, undefined, gulir);
      const again = await potret(page, alamat, kali, undefined, gulir);
      assert.ok(beda(baca(tulis(before)), baca(tulis(again))) < BOLEH / 10, "the same page twice is the same picture");
      const later = await potret(page, alamat, kali, ubah, gulir);
      const part = beda(baca(tulis(before)), baca(tulis(later)));
      assert.ok(part > BOLEH, `only ${(part * 100).toFixed(2)}% differ`);
      await tutup();
    });
  }
}
