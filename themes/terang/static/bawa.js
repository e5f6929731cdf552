/* Copy buttons and the PNG of one figure. Without it the texts can be selected, and SVG and CSV downloaded. */
(function () {
  "use strict";
  var bawa = document.getElementById("bawa");
  if (!bawa) return;
  var kata = bawa.dataset, lipatan = document.getElementById("lipatan");
  if (location.hash === "#bawa") lipatan.open = true;

  function tombol(teks, lakukan) {
    var b = document.createElement("button");
    b.type = "button";
    b.textContent = teks;
    b.addEventListener("click", function () { lakukan(b); });
    return b;
  }

  /* Copy. A page from a disk or in a frame may not use the clipboard: then the text is selected for the reader. */
  function salin(b, sumber) {
    function pilih() {
      var r = document.createRange();
      r.selectNodeContents(sumber);
      var s = getSelection();
      s.removeAllRanges();
      s.addRange(r);
      var ok = false;
      try { ok = document.execCommand("copy"); } catch (e) { /* selected is enough */ }
      b.textContent = ok ? kata.tersalin : kata.terpilih;
    }
    if (!navigator.clipboard) return pilih();
    navigator.clipboard.writeText(sumber.textContent).then(function () { b.textContent = kata.tersalin; }, pilih);
  }
  [["kutipan", kata.salinKutipan], ["kode-sematan", kata.salinKode]].forEach(function (x) {
    var sumber = document.getElementById(x[0]);
    sumber.insertAdjacentElement("afterend", tombol(x[1], function (b) { salin(b, sumber); }));
  });

  /* PNG: the drawing of the page in its light colours, with title and source, twice as large as it is shown. */
  var L = 680, TEPI = 20, SKALA = 2;
  var svg = document.querySelector("svg.c-lebar") || document.querySelector("svg.c-grafik");

  function baris(k, teks, lebar) {
    var out = [], satu = "";
    teks.split(/\s+/).filter(Boolean).forEach(function (kata) {
      var coba = satu ? satu + " " + kata : kata;
      if (satu && k.measureText(coba).width > lebar) { out.push(satu); satu = kata; } else { satu = coba; }
    });
    return satu ? out.concat(satu) : out;
  }
  function muat(xml) {
    return new Promise(function (jadi, gagal) {
      var img = new Image();
      img.onload = function () { jadi(img); };
      img.onerror = gagal;
      img.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(xml);
    });
  }
  function kanvas(lebar, tinggi, gambar) {
    var c = document.createElement("canvas");
    c.width = Math.round(lebar * SKALA);
    c.height = Math.round(tinggi * SKALA);
    var k = c.getContext("2d");
    k.scale(SKALA, SKALA);
    k.fillStyle = "#fff";
    k.fillRect(0, 0, lebar, tinggi);
    gambar(k);
    return c;
  }
  function dariHalaman() {
    var kotak = svg.viewBox.baseVal, w = L - 2 * TEPI, salinan = svg.cloneNode(true);
    var tinggi = kotak.height * w / kotak.width;
    salinan.setAttribute("width", w * SKALA);
    salinan.setAttribute("height", tinggi * SKALA);
    salinan.setAttribute("style", "width:" + w * SKALA + "px;height:" + tinggi * SKALA + "px");
    var gaya = document.createElementNS("http://www.w3.org/2000/svg", "style");
    gaya.textContent = document.getElementById("gaya").textContent;
    salinan.insertBefore(gaya, salinan.firstChild);
    var teks = [
      ["h1", "bold 20px Arial, sans-serif", 26, "#1f2429"],
      ["figcaption p", "14px Arial, sans-serif", 19, "#59616a"],
      ["#sumber", "12px Arial, sans-serif", 16, "#59616a"]
    ].map(function (t) { return { isi: document.querySelector(t[0]).textContent, huruf: t[1], baris: t[2], warna: t[3] }; });
    return muat(new XMLSerializer().serializeToString(salinan)).then(function (img) {
      var ukur = document.createElement("canvas").getContext("2d"), y = TEPI;
      teks.forEach(function (t, i) {
        ukur.font = t.huruf;
        t.daftar = baris(ukur, t.isi, w);
        if (i === 2) { t.gambar = y + 10; y = t.gambar + tinggi + 12; }
        t.y = y;
        y += t.baris * t.daftar.length;
      });
      return kanvas(L, y + TEPI, function (k) {
        k.drawImage(img, TEPI, teks[2].gambar, w, tinggi);
        k.textBaseline = "top";
        teks.forEach(function (t) {
          k.font = t.huruf;
          k.fillStyle = t.warna;
          t.daftar.forEach(function (b, i) { k.fillText(b, TEPI, t.y + i * t.baris); });
        });
      });
    });
  }
  /* A drawing too heavy for this page stands in its own file, which carries title and source. */
  function dariBerkas(alamat) {
    return fetch(alamat).then(function (r) { return r.text(); }).then(muat).then(function (img) {
      return kanvas(img.naturalWidth, img.naturalHeight, function (k) { k.drawImage(img, 0, 0); });
    });
  }
  function png(b) {
    var img = document.querySelector("figure img");
    (svg ? dariHalaman() : dariBerkas(img.src)).then(function (c) {
      c.toBlob(function (isi) {
        var a = document.createElement("a");
        a.href = URL.createObjectURL(isi);
        a.download = bawa.dataset.kode + ".png";
        a.click();
        setTimeout(function () { URL.revokeObjectURL(a.href); }, 1e4);
      }, "image/png");
    }).catch(function () { b.textContent = "PNG: –"; });
  }
  if (svg || location.protocol !== "file:") {
    bawa.querySelector(".unduh").insertBefore(tombol(kata.png, png), bawa.querySelector(".unduh").firstChild);
  }
})();
