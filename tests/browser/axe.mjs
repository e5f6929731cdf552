// axe-core finds nothing on any kind of page, in any size, light, dark, forced colours and print.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { berkas, mulai, wakil } from "./bantu/situs.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LAYAR = { media: "screen", colorScheme: "light", forcedColors: "none" };
/** Paper has no pointer, and a link on it is plain text. */
const KERTAS = ["target-size", "link-in-text-block"];
/** Chromium reports the colour of a text from before it was forced (-webkit-text-fill-color); `bentuk.mjs` looks after forced colours. */
const PAKSA = ["color-contrast", "link-in-text-block"];
/** In the order of looking: one page is loaded once and then only changes its looks. The last: rules that do not apply. */
const KEADAAN = [
  ["320 px, light", 320, LAYAR],
  ["320 px, dark", 320, { ...LAYAR, colorScheme: "dark" }],
  ["768 px, light", 768, LAYAR],
  ["768 px, dark", 768, { ...LAYAR, colorScheme: "dark" }],
  ["1280 px, light", 1280, LAYAR],
  ["1280 px, dark", 1280, { ...LAYAR, colorScheme: "dark" }],
  ["768 px, forced colours", 768, { ...LAYAR, forcedColors: "active" }, PAKSA],
  ["print", 794, { ...LAYAR, media: "print" }, KERTAS],
];

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

/** What axe says about the page as it looks now. */
const periksa = (page, tanpa = []) =>
  page.evaluate(async ([values, tanpa]) => {
    const rules = Object.fromEntries(tanpa.map((rule) => [rule, { enabled: false }]));
    const result = await window.axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"], preload: false });
    return {
      passes: result.passes.length,
      found: result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(" | ")}`),
    };
  }, [TAGS, tanpa]);

/** English pages come from the same templates: the narrowest, the widest in the dark, and paper. */
const KEADAAN_EN = KEADAAN.filter(([name]) => /320 px, light|1280 px, dark|print/.test(name));

for (const [jenis, alamat] of wakil()) {
  test(`axe finds nothing wrong on ${jenis} (/${alamat})`, async () => {
    const { page, tutup } = await situs.buka({ viewport: { width: 320, height: 900 }, bypassCSP: true });
    await page.goto(situs.base + berkas(alamat));
    await page.addScriptTag({ path: AXE });
    const wrong = {};
    for (const [name, width, media, tanpa] of jenis.startsWith("en ") ? KEADAAN_EN : KEADAAN) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      const { passes, found } = await periksa(page, tanpa);
      assert.ok(passes > 10, `axe looked at the page: ${passes} rules`);
      for (const fault of found) (wrong[fault] ??= []).push(name);
    }
    assert.deepEqual(wrong, {});
    await tutup();
  });
}

test("axe would find a fault if there were one", async () => {
  const { page, tutup } = await situs.buka({ viewport: { width: 320, height: 900 }, colorScheme: "dark", bypassCSP: true });
  await page.goto(situs.base);
  await page.addScriptTag({ path: AXE });
  await page.evaluate(() => {
    document.querySelector("main").insertAdjacentHTML("beforeend", '<p style="color:#888;background:#999">pudar</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><a href="#isi"></a>');
  });
  const { found } = await periksa(page);
  for (const rule of ["color-contrast", "image-alt", "link-name"]) assert.ok(found.some((f) => f.startsWith(rule)), `${rule}: ${found}`);
  await tutup();
});
