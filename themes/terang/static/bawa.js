/* Copy buttons, and SVG and PNG of a figure, drawn from the page itself: fetched by terang.js when a reader first opens the
   folded part below a figure. Without it the texts can be selected, and the drawing is on the page. */
(function () {
  "use strict";
  var NS = "http://www.w3.org/2000/svg", TEPI = 20;
  /* Width of the picture, and how many points of the PNG make one of it: a figure with one narrow drawing is narrow, and as sharp. */
  function ukuran(figure) { return figure.querySelector("svg.c-lebar") ? [680, 2] : [400, 4]; }
  var HURUF = "Arial, 'Liberation Sans', Helvetica, sans-serif";
  var inggris = document.documentElement.lang === "en";
  function k(id, en) { return inggris ? en : id; }

  function tombol(teks, lakukan) {
    var b = document.createElement("button");
    b.type = "button";
    b.className = "tombol";
    b.textContent = teks;
    b.addEventListener("click", function () { lakukan(b); });
    return b;
  }

  /* Copy. A page from a disk or in a frame may not use the clipboard: then the text is selected for the reader. */
  function salin(b, sumber) {
    function tersalin() { b.textContent = k("Tersalin", "Copied"); }
    function pilih() {
      var r = document.createRange();
      r.selectNodeContents(sumber);
      var s = getSelection(), ok = false;
      s.removeAllRanges();
      s.addRange(r);
      try { ok = document.execCommand("copy"); } catch (e) { /* selected is enough */ }
      if (ok) tersalin(); else b.textContent = k("Terpilih: tekan Ctrl+C", "Selected: press Ctrl+C");
    }
    if (!navigator.clipboard) return pilih();
    navigator.clipboard.writeText(sumber.textContent).then(tersalin, pilih);
  }

  function baris(ukur, teks, lebar) {
    var out = [], satu = "";
    teks.trim().split(/\s+/).forEach(function (kata) {
      var coba = satu ? satu + " " + kata : kata;
      if (satu && ukur.measureText(coba).width > lebar) { out.push(satu); satu = kata; } else { satu = coba; }
    });
    return satu ? out.concat(satu) : out;
  }
  function unsur(nama, sifat, teks) {
    var e = document.createElementNS(NS, nama);
    Object.keys(sifat).forEach(function (x) { e.setAttribute(x, sifat[x]); });
    if (teks) e.textContent = teks;
    return e;
  }

  /* The drawing with title, subtitle and source, in colours of its own: what stands alone in any program. */
  function mandiri(figure, gelap) {
    var asli = figure.querySelector("svg.c-lebar") || figure.querySelector("svg.c-grafik");
    var kotak = asli.viewBox.baseVal, L = ukuran(figure)[0], w = L - 2 * TEPI, besar = w / kotak.width, gaya = window.terangGaya;
    var ukur = document.createElement("canvas").getContext("2d"), y = TEPI;
    var svg = unsur("svg", { xmlns: NS, width: L, role: "img", lang: document.documentElement.lang, fill: "currentColor", "font-family": HURUF });
    ["title", "desc"].forEach(function (x) { svg.appendChild(unsur(x, {}, figure.querySelector("svg > " + x).textContent)); });
    svg.appendChild(unsur("style", {}, gaya.terang + (gelap ? " @media (prefers-color-scheme: dark) { " + gaya.gelap + " }" : "")));
    svg.appendChild(unsur("rect", { "class": "m-alas", width: "100%", height: "100%" }));
    function tulis(teks, kelas, px, tinggi, tebal) {
      ukur.font = (tebal ? "bold " : "") + px + "px " + HURUF;
      baris(ukur, teks, w).forEach(function (b) {
        var sifat = { "class": kelas, x: TEPI, y: y + px, "font-size": px };
        if (tebal) sifat["font-weight"] = 700;
        svg.appendChild(unsur("text", sifat, b));
        y += tinggi;
      });
    }
    tulis(figure.querySelector(".judul-grafik").textContent, "m-judul", 20, 26, true);
    tulis(figure.querySelector(".subjudul").textContent, "m-teks", 14, 19);
    var g = unsur("g", { "class": "c-grafik", "font-size": asli.getAttribute("font-size"), transform: "translate(" + TEPI + " " + (y + 12) + ") scale(" + besar + ")" });
    Array.prototype.forEach.call(asli.childNodes, function (n) {
      if (n.nodeName !== "title" && n.nodeName !== "desc") g.appendChild(n.cloneNode(true));
    });
    svg.appendChild(g);
    y += kotak.height * besar + 24;
    tulis(figure.querySelector(".sumber").textContent, "m-teks", 12, 16);
    tulis(figure.querySelector(".lengkap a").textContent, "m-teks", 12, 16);
    var tinggi = Math.ceil(y + TEPI - 4);
    svg.setAttribute("height", tinggi);
    svg.setAttribute("viewBox", "0 0 " + L + " " + tinggi);
    return { xml: new XMLSerializer().serializeToString(svg), tinggi: tinggi };
  }

  function unduh(blob, nama) {
    var a = document.createElement("a");
    a.href = URL.createObjectURL(blob);
    a.download = nama;
    a.click();
    setTimeout(function () { URL.revokeObjectURL(a.href); }, 1e4);
  }
  function png(b, figure, nama) {
    var gambar = mandiri(figure, false), img = new Image(), L = ukuran(figure)[0], SKALA = ukuran(figure)[1];
    img.onload = function () {
      var c = document.createElement("canvas");
      c.width = L * SKALA;
      c.height = gambar.tinggi * SKALA;
      c.getContext("2d").drawImage(img, 0, 0, c.width, c.height);
      c.toBlob(function (isi) { unduh(isi, nama + ".png"); }, "image/png");
    };
    img.onerror = function () { b.textContent = "PNG: –"; };
    img.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(gambar.xml);
  }

  /* Gives one folded part its buttons. */
  window.terangBawa = function (bawa) {
    if (bawa.getAttribute("data-siap")) return;
    bawa.setAttribute("data-siap", "");
    var figure = bawa.closest("figure"), nama = figure.id.replace("grafik-", ""), aksi = bawa.querySelector(".aksi");
    [
      [k("Gambar SVG", "SVG picture"), function () { unduh(new Blob([mandiri(figure, true).xml], { type: "image/svg+xml" }), nama + ".svg"); }],
      [k("Gambar PNG", "PNG picture"), function (b) { png(b, figure, nama); }]
    ].forEach(function (x) { aksi.insertBefore(tombol(x[0], x[1]), aksi.firstChild); });
    [[".kutipan", k("Salin kutipan", "Copy the citation")], [".kode", k("Salin kode", "Copy the code")]].forEach(function (x) {
      var sumber = bawa.querySelector(x[0]);
      sumber.insertAdjacentElement("afterend", tombol(x[1], function (b) { salin(b, sumber); }));
    });
  };
})();
