/* Adds to pages that are whole without it: copying the address of a figure, filtering and sorting the budget tree. */
(function () {
  "use strict";
  var inggris = document.documentElement.lang === "en";
  function k(id, en) { return inggris ? en : id; }

  /* Copy the address of a figure. Where the clipboard is closed, the link itself puts it into the address bar. */
  document.addEventListener("click", function (e) {
    var a = e.target.closest ? e.target.closest("a.salin") : null;
    if (!a || !navigator.clipboard) return;
    navigator.clipboard.writeText(a.href).then(function () {
      var kata = a.firstChild, semula = kata.data;
      kata.data = k("tersalin", "copied");
      kabar(k("Tautan tersalin", "Link copied"));
      setTimeout(function () { kata.data = semula; }, 2000);
    }, function () { /* the address bar has it */ });
  });
  var suara;
  function kabar(teks) {
    if (!suara) {
      suara = document.createElement("p");
      suara.className = "baca";
      suara.setAttribute("role", "status");
      document.body.appendChild(suara);
    }
    suara.textContent = teks;
  }

  /* A part that stood on the page of a record before it had views stands in one of them now: results, then money, then the rest. */
  var tab = document.querySelector(".tab"), bagian = decodeURIComponent(location.hash.slice(1));
  if (tab && bagian && !document.getElementById(bagian)) {
    var jalan = [].slice.call(tab.querySelectorAll("a")), kini = tab.querySelector("[aria-current]");
    var ke = /^(ringkasan|faktor|daftar-|semua-tabel|pembanding)/.test(bagian) ? "isi" : /^(capaian|banding|tema-|grafik-(?!anggaran)|sematan-(?!anggaran))/.test(bagian) ? "hasil" : "uang";
    if (kini && /\/hasil\//.test(kini.href)) ke = "uang";
    var tuju = jalan.filter(function (a) { return a.href.indexOf("/" + ke + "/") > 0 && a !== kini; })[0];
    if (tuju && !/\/(uang|isi)\//.test(kini ? kini.href : "")) location.replace(tuju.href + location.hash);
  }

  /* What takes a figure along is fetched when its folded part is first opened. */
  var aset = document.currentScript ? document.currentScript.src.replace(/terang\.js.*$/, "") : "";
  function muat(nama, lalu, gagal) {
    var s = document.createElement("script");
    s.src = aset + nama;
    s.onload = lalu;
    if (gagal) s.onerror = gagal;
    document.head.appendChild(s);
  }
  document.addEventListener("toggle", function (e) {
    var d = e.target;
    if (!d.classList || !d.classList.contains("bawa") || !d.open) return;
    if (window.terangBawa) return window.terangBawa(d);
    muat("gaya-grafik.js", function () { muat("bawa.js", function () { window.terangBawa(d); }); });
  }, true);

  /* A term of the glossary explains itself in place. The meanings are fetched at the first sign of a reader, whom a link serves until then. */
  var istilah = [].slice.call(document.querySelectorAll("a.istilah")), diminta = false, siap = false, ditunggu = null;
  function artikan() {
    siap = true;
    var semua = document.createElement("template");
    semua.innerHTML = window.terangIstilah || "";
    istilah.forEach(function (a) {
      var arti = semua.content.getElementById("arti-" + decodeURIComponent(a.hash.slice(1)));
      if (!arti) return;
      arti.querySelector("a").href = a.href;
      document.getElementById("isi").appendChild(arti);
      a.setAttribute("role", "button");
      a.setAttribute("aria-expanded", "false");
      a.setAttribute("aria-label", a.textContent + k(", arti istilah", ", what it means"));
      arti.addEventListener("toggle", function (e) { a.setAttribute("aria-expanded", String(e.newState === "open")); });
      a.addEventListener("keydown", function (e) { if (e.key === " ") { e.preventDefault(); a.click(); } });
      a.arti = arti;
    });
    if (!ditunggu) return;
    if (ditunggu.arti) ditunggu.arti.showPopover({ source: ditunggu }); else location.assign(ditunggu.href);
  }
  function minta() {
    if (diminta) return;
    diminta = true;
    muat("istilah-" + k("id", "en") + ".js", artikan, artikan);
  }
  if (istilah.length && HTMLElement.prototype.showPopover) {
    ["pointermove", "pointerdown", "keydown", "focusin"].forEach(function (apa) { addEventListener(apa, minta, { once: true }); });
    document.addEventListener("click", function (e) {
      var a = e.target.closest ? e.target.closest("a.istilah") : null;
      // A term without a meaning, or whose meanings could not be had, stays a link.
      if (!a || e.ctrlKey || e.metaKey || e.shiftKey || (siap && !a.arti)) return;
      e.preventDefault();
      if (a.arti) return a.arti.showPopover({ source: a });
      ditunggu = a;
      minta();
    });
  }

  /* A link to a row of the tree opens the branches it lies in. */
  function buka() {
    var id = decodeURIComponent(location.hash.slice(1));
    var e = id && document.getElementById(id);
    for (var d = e && e.parentElement; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
    if (e && e.classList.contains("cabang")) {
      var anak = e.querySelector(":scope > details");
      if (anak) anak.open = true;
    }
    // In a frame of another site the figure stands alone, its folded parts closed.
    if (e && e.classList.contains("bawa")) e.open = window.top === window;
    if (e) e.scrollIntoView();
  }
  /* The figure that was asked for can be cited in one tap: what it is, its value, its place, its address. */
  function kutip() {
    var tr = document.getElementById(decodeURIComponent(location.hash.slice(1))), lama = document.getElementById("kutipan-angka");
    if (lama) lama.remove();
    if (!tr || tr.tagName !== "TR" || !tr.closest(".asal")) return;
    var teks = function (e) { return e ? e.textContent.replace(/\s+/g, " ").trim() : ""; };
    var subjek = tr.parentElement.querySelector(".subjek th"), asal = tr.cells[2].cloneNode(true), nama = tr.querySelector("a");
    [].forEach.call(asal.querySelectorAll("div"), function (d) { d.remove(); });
    var tetap = document.querySelector("link[rel=canonical]");
    var isi = [subjek ? teks(subjek.firstChild) : "", teks(nama)].filter(Boolean).join(", ") + ": " + teks(tr.cells[1].firstChild) + ". " + teks(asal) + ". " + teks(document.querySelector("h1")) + ", " + teks(document.querySelector(".mata")) + ", " + teks(document.querySelector(".merek")) + ". " + (tetap ? tetap.href : location.href.split("#")[0]) + location.hash;
    var p = document.createElement("p"), a = document.createElement("a");
    p.id = "kutipan-angka";
    p.className = "kecil";
    p.textContent = k("Kutip: ", "Cite: ") + isi + " ";
    a.href = location.hash;
    a.textContent = k("salin kutipan", "copy the citation");
    a.addEventListener("click", function (e) {
      e.preventDefault();
      navigator.clipboard.writeText(isi).then(function () { a.textContent = k("tersalin", "copied"); });
    });
    if (navigator.clipboard) p.appendChild(a);
    tr.cells[2].appendChild(p);
  }
  addEventListener("hashchange", function () { buka(); kutip(); });
  if (location.hash) { buka(); kutip(); }

  var pohon = document.getElementById("pohon"), alat = document.getElementById("alat-pohon");
  if (!pohon || !alat) return;
  alat.hidden = false;
  var saring = document.getElementById("saring-pohon"), urut = document.getElementById("urut-pohon");
  var hasil = document.getElementById("hasil-pohon");
  var semua = Array.prototype.slice.call(pohon.querySelectorAll(".cabang"));
  semua.forEach(function (c, i) { c.urutan = i; c.nama = c.querySelector(".cabang-nama").textContent.toLowerCase(); });

  saring.addEventListener("input", function () {
    var kata = saring.value.toLowerCase().split(/\s+/).filter(Boolean), banyak = 0;
    var cocok = semua.map(function (c) {
      return kata.length > 0 && kata.every(function (x) { return c.nama.indexOf(x) >= 0; });
    });
    semua.forEach(function (c, i) {
      var di = semua.some(function (a, j) { return cocok[j] && a !== c && c.contains(a); });
      var bawah = semua.some(function (a, j) { return cocok[j] && a.contains(c); });
      if (cocok[i]) banyak += 1;
      c.hidden = kata.length > 0 && !di && !bawah;
      var anak = c.querySelector(":scope > details");
      if (anak) anak.open = kata.length > 0 && di;
    });
    hasil.textContent = kata.length ? banyak + " " + alat.dataset.hasil : "";
  });

  /* Sorting compares the exact decimals as text of equal length: no rounding, no missing value as zero. */
  function kunci(c) {
    var v = c.getAttribute("data-" + urut.value) || "";
    if (!v) return null;
    var p = v.split(".");
    return ("0".repeat(30) + p[0]).slice(-30) + "." + (p[1] || "");
  }
  urut.addEventListener("change", function () {
    var naik = urut.value === "serapan";
    var wadah = [pohon].concat(Array.prototype.slice.call(pohon.querySelectorAll("details")));
    wadah.forEach(function (w) {
      var anak = semua.filter(function (c) { return c.parentElement === w; });
      anak.sort(function (a, b) {
        if (!urut.value) return a.urutan - b.urutan;
        var x = kunci(a), y = kunci(b);
        if (x === null || y === null) return (x === null) - (y === null) || a.urutan - b.urutan;
        return x === y ? a.urutan - b.urutan : (x < y) === naik ? -1 : 1;
      });
      anak.forEach(function (c) { w.appendChild(c); });
    });
  });
})();
