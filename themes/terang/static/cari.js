// The search page. The index is fetched when the field is first used; from file:// or without one the list is filtered.
// Words and addresses stand in the form's data attributes; nothing becomes HTML.
(() => {
  "use strict";
  const id = (n) => document.getElementById(n), form = id("cari");
  if (!form) return;
  const t = form.dataset, kata = form.elements.q, jumlah = id("jumlah-hasil"), hasil = id("hasil"), lagi = id("lagi");
  const semua = id("semua-halaman"), saring = [...form.querySelectorAll("select")], sambung = new Set(t.sambung.split(" "));
  // An entry is found by the headings it stands below, too.
  const kepala = (e, apa) => e.closest(apa)?.querySelector("h3, h4").textContent || "";
  const butir = [...semua.querySelectorAll("li")].map((li) =>
    [li, [li.textContent, kepala(li, "details"), kepala(li, "section")].join(" ").toLowerCase()]);
  const wadah = [...semua.querySelectorAll("details, section")];
  const alamat = () => new URLSearchParams(location.search);
  let daftar = !t.indeks || location.protocol === "file:", mesin, giliran = 0, tunda, sisa = [], mapan = true;

  // Loaded once. What a thing is called counts most, the more the shorter it is.
  function muat() {
    if (!mesin && !daftar) {
      mesin = import(new URL(t.indeks, document.baseURI).href).then(async (pf) => {
        // In a large portal a daerah has an index of its own; the engine is that of the whole portal.
        if (t.dasar) await pf.options({ basePath: new URL(t.dasar, document.baseURI).pathname });
        await pf.options({ excerptLength: 24, ranking: {
          metaWeights: { pendek: 18, sedang: 12, panjang: 8, kunci: 6, lain: 0.5, title: 0, ket: 0, bagian: 0, bahasa: 0 } } });
        const ada = await pf.filters();
        for (const s of saring) {
          const nilai = Object.keys(ada[s.name] || {}).sort();
          if (s.name === "tahun") nilai.reverse();
          s.append(...nilai.map((n) => new Option(n, n)));
          s.value = alamat().get(s.name) || "";
          if (s.selectedIndex < 0) s.value = "";
          s.closest("fieldset").hidden = false;
        }
        return pf;
      });
      mesin.catch(() => { daftar = true; });
    }
    return mesin;
  }

  // Every word must be found; where nothing has all: all but one, then any.
  async function tanya(pf, q, filters) {
    const tulis = q.split(/\s+/);
    let inti = tulis.filter((k) => !sambung.has(k.toLowerCase().replace(/\W+$/, "")));
    if (!inti.length || q.includes('"')) inti = tulis;
    const coba = [[inti]];
    if (inti.length > 2) coba.push(inti.map((_, i) => inti.filter((_, j) => i !== j)));
    if (inti.length > 1) coba.push(inti.map((k) => [k]));
    for (const cara of coba) {
      const terbaik = new Map();
      for (const p of await Promise.all(cara.map((k) => pf.search(k.join(" "), { filters })))) {
        for (const r of p.results) if (!(terbaik.get(r.id)?.score >= r.score)) terbaik.set(r.id, r);
      }
      if (terbaik.size) return [[...terbaik.values()].sort((a, b) => b.score - a.score), cara !== coba[0]];
    }
    return [[], false];
  }

  function unsur(nama, isi, kelas) {
    const e = document.createElement(nama);
    e.append(...[].concat(isi));
    if (kelas) e.className = kelas;
    return e;
  }

  // An excerpt is text with <mark>; its own < and > are entities.
  const kutipan = (s) => unsur("p", s.split(/<mark>(.*?)<\/mark>/).map((bagian, i) => {
    const polos = bagian.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return i % 2 ? unsur("mark", polos) : polos;
  }), "kutipan");

  function baris(d) {
    const a = unsur("a", d.meta.title), [jalan, jangkar] = d.raw_url.split("#");
    a.href = t.pangkal + jalan + "index.html" + (jangkar ? "#" + jangkar : "");
    if (d.meta.bahasa) a.lang = d.meta.bahasa;
    const bagian = d.meta.bagian ? [unsur("p", d.meta.bagian, "bagian")] : [];
    return unsur("li", [a, " ", unsur("span", d.meta.ket, "kecil"), ...bagian, kutipan(d.excerpt)]);
  }

  async function tambah(ini, fokus) {
    const isi = await Promise.all(sisa.slice(0, 10).map((r) => r.data()));
    if (ini !== giliran) return;
    sisa = sisa.slice(10);
    const baru = isi.map(baris);
    hasil.append(...baru);
    lagi.hidden = !sisa.length;
    if (fokus) baru[0]?.firstChild.focus();
  }

  const katakan = (n, lain) => { jumlah.textContent = (n ? t.n.replace("{n}", n) : t.kosong) + (lain ? " " + t.sebagian : ""); };

  async function jalan() {
    const ini = ++giliran, q = kata.value.trim(), filters = {};
    if (q && !daftar) {
      if (!mesin) jumlah.textContent = t.tunggu;
      try {
        const pf = await muat();
        for (const s of saring) if (s.value) filters[s.name] = s.value;
        const [ada, lain] = await tanya(pf, q, filters);
        if (ini !== giliran) return;
        sisa = ada;
        hasil.replaceChildren();
        semua.hidden = ada.length > 0;
        katakan(ada.length, lain);
        return await tambah(ini);
      } catch { daftar = true; }
    }
    if (ini !== giliran) return;
    hasil.replaceChildren();
    lagi.hidden = true;
    semua.hidden = false;
    const k = daftar ? q.toLowerCase().split(/\s+/).filter(Boolean) : [];
    for (const [li, teks] of butir) li.hidden = !k.every((w) => teks.includes(w));
    for (const e of wadah) {
      e.hidden = !e.querySelector("li:not([hidden])") && k.length > 0;
      if (e.open !== undefined) e.open = k.length > 0;
    }
    if (k.length) katakan(butir.filter(([li]) => !li.hidden).length);
    else jumlah.textContent = "";
  }

  // The question stands in the address; Back returns to it, not to its every letter.
  function catat() {
    const p = new URLSearchParams();
    clearTimeout(tunda);
    for (const e of [kata, ...saring]) if (e.value.trim()) p.set(e.name, e.value.trim());
    const s = String(p) && "?" + p;
    if (s !== location.search) history[mapan ? "pushState" : "replaceState"](null, "", location.pathname + s);
    mapan = false;
    jalan();
  }

  function baca() {
    kata.value = alamat().get("q") || "";
    for (const s of saring) s.value = alamat().get(s.name) || "";
    jalan();
  }

  form.hidden = false;
  kata.addEventListener("focus", muat, { once: true });
  kata.addEventListener("input", () => { clearTimeout(tunda); tunda = setTimeout(catat, 200); });
  form.addEventListener("submit", (e) => { e.preventDefault(); catat(); mapan = true; });
  form.addEventListener("focusout", () => { mapan = true; });
  for (const s of saring) s.addEventListener("change", catat);
  lagi.addEventListener("click", () => tambah(giliran, true));
  addEventListener("popstate", baca);
  baca();
})();
