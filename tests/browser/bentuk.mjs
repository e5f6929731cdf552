// What a page must be beyond axe: headings, landmarks, keyboard, targets, reflow, zoom, motion, language, charts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as halaman from "./bantu/halaman.mjs";
import { ADA_EN, berkas, kelebihan, mulai, semuaHalaman, wakil } from "./bantu/situs.mjs";

const REKAMAN = "blitar/dinas-sosial/2024/hasil/index.html";
/** Small words that tell a language. */
const KATA = {
  id: "yang|dengan|dari|untuk|tidak|pada|adalah|oleh|dan|atau|dalam|ini|tahun|laporan|menurut|tertulis|tercetak|terhitung|capaian|serapan|realisasi|pagu|keadaan|belum|satu|dua|angka|daerah|nilai|kabupaten|halaman",
  en: "the|of|and|with|from|which|this|that|is|are|was|not|in|to|by|for|no|year|report|printed|computed|budget|spent|source",
};
/** Embed pages stand in a frame of another site: they have no header, footer or skip link. */

let situs;
before(async () => (situs = await mulai()));
after(() => situs.tutup());

/** Asks every kind of page; fails with what is wrong, page by page. */
async function setiap(options, pilih, tanya) {
  const { page, tutup } = await situs.buka(options);
  const wrong = {};
  let asked = 0;
  for (const [jenis, alamat] of wakil()) {
    if (!pilih(jenis, alamat)) continue;
    await page.goto(situs.base + berkas(alamat));
    asked += 1;
    const found = await tanya(page, jenis);
    if (found.length) wrong[`/${alamat}`] = [...new Set(found)].slice(0, 6).concat(found.length > 6 ? [`… ${found.length} in all`] : []);
  }
  assert.ok(asked > 0);
  assert.deepEqual(wrong, {});
  await tutup();
}
const semua = () => true;
const telepon = { viewport: { width: 360, height: 720 } };

test("every page has one h1 and skips no level of heading", () => setiap(telepon, semua, (page) => page.evaluate(halaman.judul)));

test("every page has one header, main and footer, and every nav a name of its own", () => setiap(telepon, () => true, (page) => page.evaluate(halaman.tengara)));

test("every chart has a role, a title, its values in the description and a table beside it", async () => {
  let charts = 0;
  await setiap(telepon, semua, async (page) => {
    const found = await page.evaluate(halaman.grafik);
    charts += found.charts;
    return found.wrong;
  });
  assert.ok(charts > 20, `only ${charts} charts`);
});

test("a finger finds every target on a phone: 24 px, unless the link stands in a sentence", () => setiap(telepon, semua, (page) => page.evaluate(halaman.sasaran)));

for (const width of [320, 360, 768, 1280]) {
  test(`no page scrolls sideways and no text is cut at ${width} px`, () => setiap({ viewport: { width, height: 720 } }, semua, (page) => page.evaluate(halaman.terpotong)));
}

for (const width of [320, 360, 768, 1280]) {
  test(`no value stands over its name among all origins at ${width} px`, async () => {
    const { page, tutup } = await situs.buka({ viewport: { width, height: 720 } });
    await page.goto(`${situs.base}mojokerto/dinas-sosial/angka/2023/index.html#semua`);
    const found = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".asal tbody tr:not(.subjek)")].filter((row) => row.getClientRects().length > 0);
      const wrong = rows.filter((row) => {
        const text = document.createRange();
        text.selectNodeContents(row.querySelector("th"));
        const [name, value] = [text.getBoundingClientRect(), row.querySelector("td").getBoundingClientRect()];
        return name.right > value.left + 1 && name.bottom > value.top && value.bottom > name.top;
      });
      return { rows: rows.length, wrong: wrong.map((row) => row.id) };
    });
    assert.ok(found.rows > 100, `only ${found.rows} rows`);
    assert.deepEqual(found.wrong, []);
    assert.ok((await kelebihan(page)) <= 0);
    await tutup();
  });
}

/** Text of 200%, as a reader sets it in the browser: widths in rem and media queries grow with it. */
async function perbesar(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
}

for (const width of [640, 1280]) {
  test(`with text of 200% at ${width} px nothing is cut and nothing scrolls sideways`, () =>
    setiap({ viewport: { width, height: 720 } }, semua, async (page) => {
      await perbesar(page);
      return page.evaluate(halaman.terpotong);
    }));
}

test("text of 200% is really twice as large", async () => {
  const { page, tutup } = await situs.buka({ viewport: { width: 1280, height: 720 } });
  await page.goto(situs.base + REKAMAN);
  const sizes = () => page.evaluate(() => ["main p", "td", "footer p"].map((s) => Number.parseFloat(getComputedStyle(document.querySelector(s)).fontSize)));
  const before = await sizes();
  await perbesar(page);
  const later = await sizes();
  later.forEach((size, i) => assert.ok(size >= before[i] * 1.95, `${before[i]} px became ${size} px`));
  await tutup();
});

/** Phone screens of 640 px that a view of a record takes at most. */
const LAYAR = { "": 3, hasil: 8, uang: 8, isi: 12 };

test("a record in four views takes 3, 8, 8 and 12 screens of a phone, in both languages", async () => {
  const { page, tutup } = await situs.buka({ viewport: { width: 360, height: 640 } });
  const wrong = {};
  const views = semuaHalaman().flatMap((alamat) => {
    const found = /^(.*\/\d{4}\/)(?:(hasil|uang|isi)\/)?$/.exec(alamat);
    return found ? [{ alamat, rekaman: found[1], tampilan: found[2] ?? "" }] : [];
  });
  // A record on one page has no views.
  const berempat = new Set(views.filter((v) => v.tampilan).map((v) => v.rekaman));
  for (const { alamat, rekaman, tampilan } of views) {
    if (!berempat.has(rekaman)) continue;
    await page.goto(situs.base + berkas(alamat));
    const layar = (await page.evaluate(() => document.documentElement.scrollHeight)) / 640;
    if (layar > LAYAR[tampilan]) wrong[alamat] = layar.toFixed(2);
  }
  assert.ok(berempat.size > 5);
  assert.deepEqual(wrong, {});
  await tutup();
});

test("nothing moves for who asked for less motion", () => setiap({ reducedMotion: "reduce" }, semua, (page) => page.evaluate(halaman.gerak)));

test("forced colours hold for every text", () => setiap({ ...telepon, forcedColors: "active" }, semua, (page) => page.evaluate(halaman.terpaksa)));

test("every page says its language, and text of the other language is marked", () =>
  setiap(telepon, semua, async (page, jenis) => {
    const bahasa = jenis.startsWith("en ") ? "en" : "id";
    const own = await page.evaluate(() => document.documentElement.lang);
    const found = own === bahasa ? [] : [`html is marked ${own}`];
    return found.concat(await page.evaluate(halaman.bahasaSalah, [bahasa, KATA[bahasa === "en" ? "id" : "en"], KATA[bahasa]]));
  }));

test("on an English page the name of an indicator is marked Indonesian", { skip: !ADA_EN && "the site is not built in English" }, async () => {
  const { page, tutup } = await situs.buka();
  await page.goto(`${situs.base}en/blitar/dinas-sosial/indikator/ppks-tertangani/index.html`);
  const lang = await page.locator("h1").evaluate((h) => (h.querySelector("[lang]") ?? h).closest("[lang]").lang);
  assert.equal(lang, "id");
  await tutup();
});

test("the first Tab shows a skip link that leads into the content", () =>
  setiap(telepon, () => true, async (page) => {
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => ({ href: document.activeElement.getAttribute("href"), top: document.activeElement.getBoundingClientRect().top, height: document.activeElement.getBoundingClientRect().height }));
    if (!first.href?.startsWith("#")) return [`the first Tab stops at ${first.href}`];
    if (first.top < 0 || first.height < 20) return ["the skip link stays out of sight"];
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const next = await page.evaluate(() => document.querySelector("main").contains(document.activeElement) || document.querySelector("main").compareDocumentPosition(document.activeElement) === Node.DOCUMENT_POSITION_FOLLOWING);
    return next ? [] : ["after the skip link the next Tab is not in the content"];
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`who walks with Tab always sees where the focus is, ${colorScheme}`, () =>
    // Without motion the page is where it scrolls to at once.
    setiap({ viewport: { width: 1280, height: 720 }, colorScheme, reducedMotion: "reduce" }, (jenis) => !jenis.startsWith("en "), async (page) => {
      const wrong = [];
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press("Tab");
        let now = await page.evaluate(halaman.fokus);
        if (now === null) break;
        // A page scrolls to the focus when it is next drawn, which a busy machine does late: what stays out of sight is wrong.
        for (let wait = 0; !now.seen && wait < 30; wait += 1) {
          await page.waitForTimeout(100);
          now = await page.evaluate(halaman.fokus);
        }
        if (!now.seen) wrong.push(`${now.name}: ${now.outline ? "out of sight" : "no outline"}`);
      }
      return wrong;
    }));
}

for (const alamat of [REKAMAN, "banding/index.html"]) {
  test(`Tab goes from the start of /${alamat.replace("index.html", "")} to its end without a trap`, async () => {
    const { page, tutup } = await situs.buka({ viewport: { width: 1280, height: 720 } });
    await page.goto(situs.base + alamat);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    // Counted in the page, so that hundreds of stops need no hundreds of questions.
    await page.evaluate(() => {
      window.langkah = [];
      document.addEventListener("focusin", (event) => window.langkah.push(event.target));
    });
    // Buttons that a script gives an opened part come while Tab is already on its way.
    const banyak = () => page.evaluate(() => document.querySelectorAll("a[href],button,summary,input,select,[tabindex='0']").length);
    let most = await banyak();
    let footer = false;
    for (let i = 0; i <= most && !footer; i += 1) {
      await page.keyboard.press("Tab");
      if (i % 20 !== 0 && i !== most) continue;
      footer = await page.evaluate(() => document.activeElement.closest("footer") !== null || window.langkah.some((e) => e.closest("footer")));
      most = await banyak();
    }
    assert.ok(footer, "the footer is reached");
    const twice = await page.evaluate(() => window.langkah.findIndex((e, i) => i > 0 && window.langkah[i - 1] === e));
    assert.equal(twice, -1, "no stop holds the focus");
    assert.ok((await kelebihan(page)) <= 0);
    await tutup();
  });
}
