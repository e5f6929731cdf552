// Lighthouse over four kinds of page, as on a slow phone: accessibility, best practices and SEO 100, nothing that jumps.
// Performance comes from times measured on this machine: it is printed, and held at 98 only when TERANG_KETAT is set,
// on a quiet machine. What makes it, the bytes, requests and shifts, is held here and in berat.mjs.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { CHROMIUM, TANDA, berkas, layani } from "./bantu/situs.mjs";
import { tabel } from "./bantu/timbang.mjs";

const KETAT = Boolean(process.env.TERANG_KETAT);
/** [category, least score]; a busy machine gets two more tries at the performance. */
const PALING = [["accessibility", 100], ["best-practices", 100], ["seo", 100], ["performance", KETAT ? 98 : 0]];
const KALI = KETAT ? 3 : 1;
/** Audits behind the performance that do not hang on the clock: [audit, most]. */
const TETAP = [["cumulative-layout-shift", 0.1], ["total-byte-weight", 120_000], ["redirects", 0]];
const HALAMAN = [
  ["home", ""],
  ["record", "blitar/dinas-sosial/2024/"],
  ["indicator", "blitar/dinas-sosial/indikator/ppks-tertangani/"],
  ["comparison", "banding/ppks-tertangani/"],
];
const baris = [];

let server, browser, port;
before(async () => {
  server = await layani();
  port = await new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const free = probe.address().port;
      probe.close(() => done(free));
    });
  });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: [...TANDA, `--remote-debugging-port=${port}`] });
});
after(async () => {
  await browser.close();
  server.close();
});

/** One run: scores of 100 and what lost points. */
async function jalankan(alamat, categories) {
  const { lhr } = await lighthouse(server.base + berkas(alamat), { port, output: "json", logLevel: "silent", onlyCategories: categories });
  assert.equal(lhr.runtimeError, undefined);
  const nilai = Object.fromEntries(categories.map((c) => [c, Math.round(lhr.categories[c].score * 100)]));
  const kurang = categories.flatMap((c) => lhr.categories[c].auditRefs.filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 0.9))
    .map((ref) => `${ref.id}: ${lhr.audits[ref.id].title} ${(lhr.audits[ref.id].details?.items ?? []).slice(0, 2).map((i) => i.node?.snippet ?? i.url ?? i.description ?? "").join(" | ").slice(0, 300)}`);
  const ms = (id) => Math.round(lhr.audits[id].numericValue);
  const lebih = TETAP.filter(([id, most]) => lhr.audits[id].numericValue > most).map(([id, most]) => `${id} ${lhr.audits[id].numericValue}, at most ${most}`);
  return { nilai, kurang, lebih, mesin: lhr.environment.benchmarkIndex, fcp: ms("first-contentful-paint"), lcp: ms("largest-contentful-paint"), tbt: ms("total-blocking-time"), cls: lhr.audits["cumulative-layout-shift"].numericValue };
}

for (const [nama, alamat] of HALAMAN) {
  test(`Lighthouse gives ${nama} full marks`, async (t) => {
    const best = await jalankan(alamat, PALING.map(([c]) => c));
    let runs = 1;
    for (; runs < KALI && best.nilai.performance < 98; runs += 1) {
      const now = await jalankan(alamat, ["performance"]);
      if (now.nilai.performance > best.nilai.performance) Object.assign(best, { ...now, nilai: { ...best.nilai, ...now.nilai }, kurang: best.kurang.concat(now.kurang) });
    }
    baris.push([nama, ...PALING.map(([c]) => best.nilai[c]), `${best.fcp} ms`, `${best.lcp} ms`, `${best.tbt} ms`, best.cls.toFixed(3), Math.round(best.mesin), runs]);
    const low = PALING.filter(([c, least]) => best.nilai[c] < least).map(([c, least]) => `${c} ${best.nilai[c]}, at least ${least}`);
    assert.deepEqual(low.concat(best.lebih), [], `${best.kurang.join("\n")}`);
    if (runs > 1) t.diagnostic(`best of ${runs} runs`);
  });
}

test("the table of Lighthouse", (t) => {
  assert.equal(baris.length, HALAMAN.length);
  t.diagnostic(`\n${tabel(["page", ...PALING.map(([c]) => c), "first paint", "largest paint", "blocked", "shift", "machine", "runs"], baris)}`);
});
