// The search page. The index is fetched when the field is first used; from file:// or without an index the list of all
// pages is filtered instead. Words, language and addresses come from the form's data attributes; nothing becomes HTML.
(function () {
  "use strict";
  var form = document.getElementById("cari");
  if (!form) return;
  var kata = form.elements.q, teks = form.dataset;
  var jumlah = document.getElementById("jumlah-hasil"), hasil = document.getElementById("hasil");
  var lagi = document.getElementById("lagi"), semua = document.getElementById("semua-halaman");
  var saring = Array.prototype.slice.call(form.querySelectorAll("select"));
  var sambung = new Set(teks.sambung.split(" "));
  var butir = Array.prototype.map.call(semua.querySelectorAll("li"), function (li) {
    return [li, li.textContent.toLowerCase()];
  });
  var daftar = !teks.indeks || location.protocol === "file:"; // filter the list: no index, or nothing can be fetched
  var mesin = null, giliran = 0, tunda = 0, sisa = [];

  // The engine, loaded once; title and names count most, what the text is also called least.
  function muat() {
    if (!mesin && !daftar) {
      mesin = import(new URL(teks.indeks, document.baseURI).href).then(async function (pf) {
        await pf.options({ excerptLength: 24, ranking: {
          pageLength: 0.6, metaWeights: { title: 5, kunci: 3, lain: 0.5, jenis: 0, kabupaten: 0, tahun: 0 } } });
        isiPilihan(await pf.filters());
        return pf;
      });
      mesin.catch(function () { daftar = true; });
    }
    return mesin;
  }

  function isiPilihan(ada) {
    saring.forEach(function (s) {
      var nilai = Object.keys(ada[s.name] || {}).sort();
      if (s.name === "tahun") nilai.reverse();
      nilai.forEach(function (n) { s.add(new Option(n, n)); });
      s.value = new URLSearchParams(location.search).get(s.name) || "";
      if (s.selectedIndex < 0) s.value = "";
      s.closest("fieldset").hidden = false;
    });
  }

  // Every word must be found. Where nothing has all of them: all but one, then any.
  async function tanya(pf, q, pilihan) {
    var kataKata = q.split(/\s+/), inti = kataKata.filter(function (k) { return !sambung.has(k.toLowerCase()); });
    if (!inti.length || q.indexOf('"') >= 0) inti = kataKata;
    var coba = [[inti]];
    if (inti.length > 2) coba.push(inti.map(function (_, i) { return inti.filter(function (_, j) { return i !== j; }); }));
    if (inti.length > 1) coba.push(inti.map(function (k) { return [k]; }));
    for (var n = 0; n < coba.length; n++) {
      var per = await Promise.all(coba[n].map(function (k) { return pf.search(k.join(" "), { filters: pilihan }); }));
      var terbaik = new Map();
      per.forEach(function (p) {
        p.results.forEach(function (r) {
          var lama = terbaik.get(r.id);
          if (!lama || lama.score < r.score) terbaik.set(r.id, r);
        });
      });
      if (terbaik.size) {
        return [Array.from(terbaik.values()).sort(function (a, b) { return b.score - a.score; }), n > 0];
      }
    }
    return [[], false];
  }

  function unsur(nama, isi, kelas) {
    var e = document.createElement(nama);
    if (isi) e.textContent = isi;
    if (kelas) e.className = kelas;
    return e;
  }

  // The engine's excerpt is text with <mark>, and &lt; &gt; for what the text holds itself.
  function kutipan(potongan) {
    var p = unsur("p", "", "kutipan");
    potongan.split(/(<mark>.*?<\/mark>)/).forEach(function (bagian) {
      var polos = bagian.replace(/<\/?mark>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      p.append(polos === bagian || bagian[0] !== "<" ? polos : unsur("mark", polos));
    });
    return p;
  }

  function baris(d) {
    var li = unsur("li"), a = unsur("a", d.meta.title);
    a.href = teks.akar + d.raw_url.replace(/\/?(#|$)/, function (_, ujung) { return "/index.html" + ujung; }).replace(/^\//, "");
    if (d.meta.bahasa) a.lang = d.meta.bahasa;
    var ket = [d.meta.jenis, d.meta.kabupaten, d.meta.tahun].filter(Boolean).join(" · ");
    li.append(a, " ", unsur("span", ket, "kecil"), kutipan(d.excerpt));
    return li;
  }

  async function tambah(ini, fokus) {
    var isi = await Promise.all(sisa.slice(0, 10).map(function (r) { return r.data(); }));
    if (ini !== giliran) return;
    sisa = sisa.slice(10);
    var baru = isi.map(baris);
    hasil.append.apply(hasil, baru);
    lagi.hidden = !sisa.length;
    if (fokus && baru.length) baru[0].firstChild.focus();
  }

  function saringDaftar(q) {
    var k = q.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
    butir.forEach(function (b) {
      var cocok = k.every(function (w) { return b[1].indexOf(w) >= 0; });
      b[0].hidden = !cocok;
      n += cocok;
    });
    semua.hidden = false;
    jumlah.textContent = k.length ? (n ? teks.n.replace("{n}", n) : teks.kosong) : "";
  }

  async function jalan() {
    var ini = ++giliran, q = kata.value.trim();
    if (q && !daftar) {
      jumlah.textContent = mesin ? jumlah.textContent : teks.tunggu;
      try {
        var pf = await muat(), pilihan = {};
        saring.forEach(function (s) { if (s.value) pilihan[s.name] = s.value; });
        var jawab = await tanya(pf, q, pilihan);
        if (ini !== giliran) return;
        sisa = jawab[0];
        var n = sisa.length;
        hasil.replaceChildren();
        semua.hidden = n > 0;
        await tambah(ini);
        jumlah.textContent = (n ? teks.n.replace("{n}", n) : teks.kosong) + (jawab[1] ? " " + teks.sebagian : "");
        return;
      } catch (e) {
        daftar = true;
      }
    }
    if (ini !== giliran) return;
    hasil.replaceChildren();
    lagi.hidden = true;
    saringDaftar(daftar ? q : "");
  }

  function catat(langkah) {
    var p = new URLSearchParams();
    [kata].concat(saring).forEach(function (e) { if (e.value.trim()) p.set(e.name, e.value.trim()); });
    var alamat = location.pathname + (String(p) ? "?" + p : "");
    if (alamat !== location.pathname + location.search) history[langkah](null, "", alamat);
  }

  function baca() {
    var p = new URLSearchParams(location.search);
    kata.value = p.get("q") || "";
    saring.forEach(function (s) { s.value = p.get(s.name) || ""; });
    jalan();
  }

  form.hidden = false;
  kata.addEventListener("focus", muat, { once: true });
  kata.addEventListener("input", function () {
    clearTimeout(tunda);
    tunda = setTimeout(function () { catat("replaceState"); jalan(); }, 200);
  });
  form.addEventListener("submit", function (e) { e.preventDefault(); clearTimeout(tunda); catat("pushState"); jalan(); });
  saring.forEach(function (s) { s.addEventListener("change", function () { catat("pushState"); jalan(); }); });
  lagi.addEventListener("click", function () { tambah(giliran, true); });
  window.addEventListener("popstate", baca);
  baca();
})();
