/* Picking kabupaten by address: /banding/?d=blitar,jember&t=2024. Adds to the page; without it the matrix says all. */
(function () {
  "use strict";
  var kotak = document.getElementById("pilih");
  if (!kotak) return;
  var akar = kotak.dataset.akar || "";
  var inggris = document.documentElement.lang === "en";
  function k(id, en) { return inggris ? en : id; }
  var inline = document.getElementById("data-banding");
  var minta = new URLSearchParams(location.search);
  var dipilih = (minta.get("d") || "").split(",").filter(Boolean);
  var tahun = minta.get("t") || "";

  function ambil(nama) {
    return fetch(akar + "banding/data/" + nama + ".json").then(function (r) {
      if (!r.ok) throw new Error(nama);
      return r.json();
    });
  }
  function el(nama, isi, sifat) {
    var e = document.createElement(nama);
    if (isi !== undefined && isi !== null) e.textContent = isi;
    Object.keys(sifat || {}).forEach(function (s) { e.setAttribute(s, sifat[s]); });
    return e;
  }
  var KATA = {
    "setara": k("setara", "comparable"), "catatan": k("setara dengan catatan", "comparable with a remark"),
    "tunggal": k("tanpa pembanding", "nothing to compare"), "tidak-setara": k("tidak setara", "not comparable")
  };

  function bangun(data) {
    var grup = el("fieldset");
    grup.appendChild(el("legend", k("Pilih daerah untuk disandingkan", "Choose regions to set side by side")));
    var pilih = el("select", null, { multiple: "", size: "8", "aria-label": k("Daerah", "Regions") });
    data.daerah.forEach(function (d) {
      var o = el("option", d.nama, { value: d.kode });
      o.selected = dipilih.indexOf(d.kode) >= 0;
      pilih.appendChild(o);
    });
    grup.appendChild(pilih);
    var label = el("label", k("Tahun ", "Year "));
    label.appendChild(el("select"));
    grup.appendChild(label);
    return kotak.appendChild(grup);
  }

  function siapkan(data, muat) {
    kotak.hidden = false;
    /* Where the page holds its data, it holds the boxes too; hundreds of daerah become one list. */
    var grup = kotak.querySelector("fieldset") || bangun(data);
    var daftar = grup.querySelector("select:not([multiple])"), banyak = grup.querySelector("select[multiple]");
    Array.prototype.forEach.call(grup.querySelectorAll("input"), function (cek) {
      cek.checked = dipilih.indexOf(cek.value) >= 0;
      cek.addEventListener("change", function () {
        dipilih = dipilih.filter(function (x) { return x !== cek.value; });
        if (cek.checked) dipilih.push(cek.value);
        tulis();
      });
    });
    if (banyak) banyak.addEventListener("change", function () {
      dipilih = Array.prototype.map.call(banyak.selectedOptions, function (o) { return o.value; });
      tulis();
    });
    data.tahun.slice().reverse().forEach(function (t) { daftar.appendChild(el("option", t, { value: t })); });
    if (tahun || data.tahun_utama) daftar.value = tahun || data.tahun_utama;
    tahun = daftar.value;
    daftar.addEventListener("change", function () { tahun = daftar.value; tulis(); });
    var hasil = el("div", null, { "aria-live": "polite" });
    kotak.appendChild(hasil);
    function tulis() {
      minta.set("d", dipilih.join(","));
      minta.set("t", tahun);
      if (!dipilih.length) { minta.delete("d"); minta.delete("t"); }
      var q = minta.toString().replace(/%2C/g, ",");
      try { history.replaceState(null, "", q ? "?" + q : location.pathname); } catch (e) { /* file:// forbids it in some browsers */ }
      gambar();
    }
    function gambar() {
      hasil.textContent = "";
      if (!dipilih.length) return;
      muat(dipilih).then(function (nilai) { hasil.appendChild(tabel(data, nilai)); }).catch(function () {
        hasil.appendChild(el("p", k("Data tidak dapat dimuat dari berkas ini; tabel di bawah tetap lengkap.", "The data cannot be loaded from this file; the table below is complete.")));
      });
    }
    if (dipilih.length) gambar();
  }

  function tabel(data, nilai) {
    var bungkus = el("div", null, { "class": "gulir" });
    var t = el("table", null, { "class": "matriks" });
    t.appendChild(el("caption", k("Disandingkan untuk ", "Side by side for ") + tahun));
    var kepala = el("tr");
    kepala.appendChild(el("th", k("Ukuran", "Measure"), { scope: "col" }));
    dipilih.forEach(function (d) {
      var ada = data.daerah.filter(function (x) { return x.kode === d; })[0];
      kepala.appendChild(el("th", ada ? ada.nama : d, { scope: "col" }));
    });
    var thead = el("thead");
    thead.appendChild(kepala);
    t.appendChild(thead);
    var badan = el("tbody");
    data.padanan.forEach(function (p) {
      var sel = dipilih.map(function (d) {
        return nilai.filter(function (n) { return n.p === p.kode && n.d === d && String(n.t) === tahun; });
      });
      if (!sel.some(function (s) { return s.length; })) return;
      var tr = el("tr");
      var th = el("th", null, { scope: "row" });
      th.appendChild(el("a", p.nama, { href: akar + "banding/" + p.kode + "/" + (p.halaman.indexOf(+tahun) < 0 ? "index.html#tahun-" + tahun : tahun + "/index.html") }));
      tr.appendChild(th);
      sel.forEach(function (milik) {
        var td = el("td");
        milik.forEach(function (n) {
          if (n.n) td.appendChild(el("small", n.n));
          var a = el("a", n.teks, { href: akar + n.asal.replace("/#", "/index.html#") });
          var s = el("span", null, { "class": "nilai" });
          s.appendChild(a);
          td.appendChild(s);
          td.appendChild(el("span", KATA[n.kelas] || n.kelas, { "class": "relasi " + n.kelas }));
          n.alasan.forEach(function (x) { td.appendChild(el("small", x, { "class": "alasan" })); });
        });
        if (!milik.length) td.appendChild(el("span", k("belum ada di portal", "not in the portal yet"), { "class": "relasi belum" }));
        tr.appendChild(td);
      });
      badan.appendChild(tr);
    });
    t.appendChild(badan);
    bungkus.appendChild(t);
    return bungkus;
  }

  if (inline) {
    var semua = JSON.parse(inline.textContent);
    siapkan(semua, function () { return Promise.resolve(semua.nilai); });
  } else {
    ambil("daerah").then(function (data) {
      siapkan(data, function (kode) {
        return Promise.all(kode.map(ambil)).then(function (list) { return [].concat.apply([], list); });
      });
    }).catch(function () { /* opened from a disk: the matrix below is complete */ });
  }
})();
