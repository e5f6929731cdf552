#!/usr/bin/env python3
"""Every pattern of a sentence on a built site, once, so that a reviewer can read them all.

Usage: python3 docs/kalimat.py SITE-FOLDER > kalimat.md

Reads every page, the titles and descriptions of drawings, attributes that people or screen readers read, the parts of
the search index, and the columns of words in CSV and JSON. Texts are cut into sentences; numbers, names, dates and
places become marks, so that sentences of one mould are one pattern. Each pattern stands with one example and its page.
The output depends on the folder alone: order of files and choice of examples are fixed.

Python 3 and its standard library only.
"""

import csv
import gzip
import json
import os
import re
import sys
from html.parser import HTMLParser

TANPA_TEKS = {"script", "style", "template", "iframe"}
SEBARIS = {
    "a", "abbr", "b", "bdi", "button", "cite", "code", "data", "del", "dfn", "em",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "tspan", "u", "var", "wbr",
}
BATAS_SEBARIS = {"small", "code"}
TUNGGAL = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
    "path", "rect", "line", "circle", "source", "track", "wbr", "polyline", "polygon",
}
ATRIBUT = ("title", "alt", "aria-label", "placeholder")
META = {"description", "og:description", "og:title", "twitter:description"}
# Shared pages whose text people write.
NASKAH = ("glosarium", "tentang", "ralat")
BUKAN_NAMA = {
    "Program", "Pagu", "Realisasi", "Target", "Capaian", "Serapan", "Indikator", "Anggaran",
    "Seluruh program", "Jumlah", "Tidak ada", "Dari mana angka ini?",
}
# Columns of CSV that hold words, not figures or keys.
KOLOM_KATA = {
    "pesan", "judul", "catatan", "alasan", "rumus", "keterangan", "kedudukan",
    "keadaan", "tahap_pagu", "jenis", "sifat", "tingkat", "predikat", "deret",
}
KUNCI_JSON_KATA = {
    "teks", "alasan", "nama", "judul", "kalimat", "satuan", "catatan", "label",
    "content", "ket", "bagian", "title", "kelas",
}

BULAN = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November "
    "Desember January February March May June July August October December "
    "Jan Feb Mar Apr Jun Jul Agt Aug Sep Sept Okt Oct Nov Des Dec"
).split()
BLN = "|".join(sorted(set(BULAN), key=lambda b: (-len(b), b)))


class Pembaca(HTMLParser):
    """Collects the text of each block, and the attributes that people read."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blok = []
        self.kini = []
        self.jenis = "teks"
        self.diam = 0
        self.nama = []
        self.baris = False

    def tutup(self):
        teks = " ".join("".join(self.kini).split())
        if teks:
            self.blok.append((self.jenis, teks))
            if self.baris or self.jenis in ("h1", "h3"):
                self.nama.append(teks)
        self.kini = []

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        # What is hidden from screen readers is decoration: its text stands beside it.
        if tag not in TUNGGAL and (self.diam or tag in TANPA_TEKS or a.get("aria-hidden") == "true"):
            self.diam += 1
        if self.diam:
            return
        if tag == "meta" and (a.get("name") or a.get("property")) in META:
            self.blok.append(("meta", " ".join((a.get("content") or "").split())))
        for kunci in ATRIBUT:
            if a.get(kunci):
                self.blok.append((kunci, " ".join(a[kunci].split())))
        if tag in BATAS_SEBARIS:
            self.kini.append(" ")
        elif tag == "br" or tag not in SEBARIS:
            self.tutup()
            self.jenis = tag if tag in ("title", "desc", "h1", "h2", "h3", "th") else "teks"
            # The name of a row of a table (not of its group) is a name in the data.
            self.baris = tag == "th" and a.get("scope", "row") == "row"

    def handle_endtag(self, tag):
        if self.diam:
            if tag not in TUNGGAL:
                self.diam -= 1
            return
        if tag not in SEBARIS and tag not in TUNGGAL:
            self.tutup()
            self.jenis, self.baris = "teks", False

    def handle_data(self, data):
        if not self.diam:
            self.kini.append(data)


SINGKATAN = {"No", "Nomor", "Rp", "dll", "dsb", "hal", "a.n", "d.h", "Kab", "St", "M", "Drs", "Dr", "Hj", "H", "Ir"}


def potong(teks):
    """The sentences of a block; a point in brackets or quotes does not end one."""
    hasil, awal, dalam = [], 0, 0
    i, n = 0, len(teks)
    while i < n:
        c = teks[i]
        if c in "(“[":
            dalam += 1
        elif c in ")”]":
            dalam = max(0, dalam - 1)
        elif c in ".?!" and dalam == 0 and i + 2 < n and teks[i + 1] == " ":
            kata = re.search(r"(\S*)$", teks[awal:i]).group(1)
            lanjut = teks[i + 2]
            if kata not in SINGKATAN and (lanjut.isupper() or lanjut.isdigit() or lanjut in "“("):
                hasil.append(teks[awal : i + 1].strip())
                awal = i + 2
                i += 1
        i += 1
    sisa = teks[awal:].strip()
    if sisa:
        hasil.append(sisa)
    return hasil


class Nama:
    """Names in the data (indicators, programs, documents, places), replaced from the longest on."""

    def __init__(self, nama):
        self.pohon = {}
        for n, tanda in sorted(nama.items()):
            kata = re.findall(r"\w+|[^\w\s]", n)
            if kata:
                simpul = self.pohon
                for k in kata:
                    simpul = simpul.setdefault(k, {})
                simpul.setdefault("", tanda)

    def ganti(self, teks):
        potongan = list(re.finditer(r"\w+|[^\w\s]", teks))
        hasil, akhir, i = [], 0, 0
        while i < len(potongan):
            simpul, j, temu = self.pohon, i, None
            while j < len(potongan) and potongan[j].group() in simpul:
                simpul = simpul[potongan[j].group()]
                j += 1
                if "" in simpul:
                    temu = (j, simpul[""])
            if temu:
                hasil.append(teks[akhir : potongan[i].start()])
                hasil.append(temu[1])
                akhir = potongan[temu[0] - 1].end()
                i = temu[0]
            else:
                i += 1
        hasil.append(teks[akhir:])
        return "".join(hasil)


ANGKA = r"(?:Rp ?)?[−–-]?\d+(?:[.,]\d+)*(?: ?(?:%|miliar|juta|triliun|ribu|billion|million|thousand|trillion))?"
ATURAN = [
    (re.compile(r"\b(?:https?://|[a-z0-9-]+/)[\w./@#-]*"), "{alamat}"),
    (re.compile(rf"\b\d{{1,2}} (?:{BLN}) \d{{4}}\b"), "{tanggal}"),
    (re.compile(rf"\b(?:{BLN}) \d{{4}}\b"), "{bulan}"),
    (re.compile(r"“[^”]*”"), "“{kutipan}”"),
    (re.compile(r"\b(?:19|20)\d\d[–-](?:19|20)\d\d\b"), "{tahun}"),
    (re.compile(r"(?<![\d.,Rp])\b(?:19|20)\d\d\b(?![.,]\d|%)"), "{tahun}"),
    (re.compile(r"\b(?:Tabel|TABEL|Table|Bab|BAB|Lampiran|Gambar|Grafik|Formulir|FORM|Subbab)\b (?:\d|[IVX]+\b|[A-Z][\w.]*\b)[\w.]*(?: (?:\w+|\{tahun\}))*?(?=[,;:).]|$)"), "{letak}"),
    (re.compile(ANGKA), "{n}"),
    (re.compile(r"\b(?:LKjIP|IKU|LKJIP|Renstra|RKT|Monev|Rencana Aksi) \{tahun\}"), "{dokumen}"),
    (re.compile(r"\{letak\},? \{dokumen\}"), "{letak}"),
]
LIPAT = [
    # The long name before the target of a budget row.
    (re.compile(r"^[^:{]{12,}: (?=target \{|targets? \{)"), "{nama}: "),
    (re.compile(r"^(programs?|kegiatan|sub kegiatan|activity|sub-activity)[A-Z][^{:.]{8,}$"), r"\1 {nama}"),
    (re.compile(r"(?<=: )(?:Jumlah|Persentase|Nilai) [^;:{]{12,}(?= \{n\})"), "{nama}"),
    (re.compile(r"\{letak\}(?:(?:; |, | dan | and |, dan |, and )\{letak\})+"), "{letak}"),
    (re.compile(r"\{n\}(?: [+] (?:…|\{n\})(?: \(\{n\} (?:lagi|more)\))?)+"), "{n} + …"),
    (re.compile(r"(\{nama\}|\{ukuran\}|\{tahun\}|\{daerah\}|\{n\})(?:(?:; |, | dan | and |, dan |, and | · | › |/|: )\1)+"), r"\1, …"),
    (re.compile(r"(\{nama\})(?:,? (?:\(\{nama\}\)|\{nama\}))+"), r"\1"),
]


def ringkas(teks, pisah):
    """Items of one pattern in a row are written once, then "…"."""
    hasil = []
    for b in teks.split(pisah):
        if hasil and hasil[-1].rstrip(".") == b.rstrip("."):
            continue
        if len(hasil) > 1 and hasil[-1] != "…" and b == hasil[-2]:
            continue
        hasil.append(b)
    return pisah.join(hasil)


def pola(kalimat, nama):
    k = nama.ganti(kalimat)
    for aturan, tanda in ATURAN:
        k = aturan.sub(tanda, k)
    k = re.sub(r"\b(Kabupaten|Kota) \{daerah\}", "{daerah}", k)
    k = nama.satuan.sub("{n}", k)
    lama = None
    while lama != k:
        lama = k
        for aturan, tanda in LIPAT:
            k = aturan.sub(tanda, k)
        for pisah in ("; ", ", "):
            k = ringkas(k, pisah)
    return " ".join(k.split())


def kumpul_nama(akar):
    """Names that the data print: from CSV, titles, and rows of the site itself."""
    nama, satuan = {}, set()

    def tambah(teks, tanda):
        teks = " ".join((teks or "").split())
        if len(teks) > 3 and not re.fullmatch(r"[\d.,% ]+", teks):
            nama.setdefault(teks, tanda)

    for jalur in berkas(akar, ".csv"):
        with open(jalur, encoding="utf-8", newline="") as f:
            for b in csv.DictReader(f):
                d = (b.get("nama_kabupaten_kota") or "").strip()
                if d:
                    tambah(d, "{daerah}")
                    tambah(re.sub(r"^(Kabupaten|Kota) ", "", d), "{daerah}")
                tambah(b.get("dokumen"), "{dokumen}")
                tambah(b.get("indikator"), "{nama}")
                if "alamat" in b and "nama" in b:
                    n = b["nama"].split(": ")
                    for x in n[:-1]:
                        tambah(x, "{nama}")
                        tambah(re.sub(r"^Program ", "", x), "{nama}")
                    if " " in n[-1] and n[-1][:1].islower():
                        tambah(n[-1], "{ukuran}")
                if re.fullmatch(r"[A-Za-z][\w/ ]*", b.get("satuan") or "") and b["satuan"].lower() != "bulan":
                    satuan.add(b["satuan"])
                for x in (b.get("letak") or "").split("; "):
                    tambah(x, "{letak}")
                for x in (b.get("perihal") or "").split(" · ")[1:]:
                    if x[:1].isupper():
                        tambah(x, "{nama}")
    for jalur in berkas(akar, ".html"):
        h = "/" + os.path.relpath(jalur, akar).replace(os.sep, "/")
        if any(s in h for s in ("/temuan/", "/gaya/", "/metodologi/", "/404")):
            continue
        p = Pembaca()
        with open(jalur, encoding="utf-8") as f:
            p.feed(f.read())
        for x in p.nama:
            if x[:1].isupper() and len(x.split()) > 1:
                tambah(x, "{nama}")
    for kata in BUKAN_NAMA:
        nama.pop(kata, None)
    ada = sorted({re.sub(r"\s+", " ", x) for x in satuan}, key=lambda x: (-len(x), x))
    hasil = Nama(nama)
    hasil.satuan = re.compile(r"\{n\}(?: (?:" + "|".join(map(re.escape, ada)) + r")\b)", re.I)
    return hasil


def berkas(akar, akhiran):
    for folder, sub, isi in os.walk(akar):
        sub.sort()
        for n in sorted(isi):
            if n.endswith(akhiran):
                yield os.path.join(folder, n)


def urut_halaman(h):
    """The example is of the page nearest to the root, the first by its letters."""
    return (h.count("/"), h)


def kata_json(o, keluar, kunci=None):
    if isinstance(o, dict):
        for k in sorted(o):
            kata_json(o[k], keluar, k)
    elif isinstance(o, list):
        for x in o:
            kata_json(x, keluar, kunci)
    elif isinstance(o, str) and kunci in KUNCI_JSON_KATA and o.strip():
        keluar.append((f"json {kunci}", " ".join(o.split())))


def sumber(akar):
    """(page, language, kind, text) of the whole site."""
    for jalur in berkas(akar, ".html"):
        h = os.path.relpath(jalur, akar).replace(os.sep, "/")
        bahasa = "en" if h.startswith("en/") else "id"
        p = Pembaca()
        with open(jalur, encoding="utf-8") as f:
            p.feed(f.read())
        p.tutup()
        for jenis, teks in p.blok:
            yield h, bahasa, jenis, teks
    for jalur in berkas(akar, ".csv"):
        h = os.path.relpath(jalur, akar).replace(os.sep, "/")
        with open(jalur, encoding="utf-8", newline="") as f:
            for b in csv.DictReader(f):
                for k in b:
                    if k in KOLOM_KATA and b[k] and not re.fullmatch(r"[-\d.,]+", b[k]):
                        yield h, "id", f"csv {k}", " ".join(b[k].split())
    for jalur in berkas(akar, ".json"):
        h = os.path.relpath(jalur, akar).replace(os.sep, "/")
        keluar = []
        with open(jalur, encoding="utf-8") as f:
            kata_json(json.load(f), keluar)
        for jenis, teks in keluar:
            yield h, "en" if h.startswith("en/") else "id", jenis, teks
    for jalur in berkas(akar, ".pf_fragment"):
        h = os.path.relpath(jalur, akar).replace(os.sep, "/")
        with gzip.open(jalur) as f:
            isi = f.read().decode("utf-8")
        try:
            data = json.loads(isi[isi.index("{") :])
        except ValueError:
            continue
        bahasa = "en" if os.path.basename(h).startswith("en") else "id"
        for _, o in sorted(data.items()) if "url" not in data else [("", data)]:
            url = o.get("url", "")
            # Addresses of the search name no file: written as the page they lead to.
            tempat = f"pencarian: {url}"
            keluar = []
            kata_json({"content": o.get("content"), "meta": o.get("meta")}, keluar)
            for jenis, teks in keluar:
                yield tempat, bahasa, jenis.replace("json", "pencarian"), teks


def golongan(p):
    """A sentence (a verb or a closing mark), a label, or marks only."""
    kata = re.findall(r"[A-Za-zÀ-ÿ]{2,}", re.sub(r"\{[^}]*\}", "", p))
    if not kata:
        return None
    if len(kata) >= 4 or (p[-1:] in ".?!" and len(kata) >= 2):
        return "kalimat"
    return "label"


def susun(akar):
    nama = kumpul_nama(akar)
    pola_kalimat = {}
    semua = {}
    for halaman, bahasa, jenis, teks in sumber(akar):
        if teks.startswith("<iframe"):
            continue
        for k in potong(teks):
            kunci = (bahasa, k)
            p = pola_kalimat.get(kunci)
            if p is None:
                p = pola_kalimat[kunci] = pola(k, nama)
            g = golongan(p)
            if g is None:
                continue
            calon = (urut_halaman(halaman), jenis, k, halaman)
            rec = semua.setdefault((bahasa, p), {"g": g, "n": 0, "contoh": None, "halaman": set(), "jenis": set()})
            rec["n"] += 1
            rec["halaman"].add(halaman)
            rec["jenis"].add(jenis)
            if rec["contoh"] is None or calon < rec["contoh"]:
                rec["contoh"] = calon
    return semua


def tempat(halaman):
    """The first folder of a page: a kabupaten, or a shared page."""
    h = halaman.removeprefix("pencarian: ").removeprefix("en/")
    return h.split("/")[0]


def folder_daerah(akar):
    """The folders of kabupaten: those with yearly records, <daerah>/<opd>/<tahun>/."""
    hasil = set()
    for jalur in berkas(akar, "index.html"):
        bagian = os.path.relpath(jalur, akar).split(os.sep)
        if len(bagian) == 4 and re.fullmatch(r"\d{4}", bagian[2]):
            hasil.add(bagian[0])
    return hasil


def salinan(rec, p, daerah):
    """Text that people wrote: in one kabupaten only, or in one manuscript only."""
    if len({tempat(h) for h in rec["halaman"]} - {"data"}) > 1:
        return False
    if rec["jenis"] <= {"csv keterangan", "csv rumus", "csv satuan", "csv predikat", "csv jenis"}:
        return True
    if not {tempat(h) for h in rec["halaman"]} <= daerah | set(NASKAH) | {"data"}:
        return False
    # A copied text may hold figures; a made sentence nearly always stands elsewhere too.
    di_salinan = all(h.startswith("pencarian: ") or "/isi/" in h or "/tabel/" in h for h in rec["halaman"])
    if di_salinan and not rec["jenis"] & {"desc", "meta"}:
        return True
    return "{" not in p or bool(re.fullmatch(r"[^{]*\{(?:nama|dokumen|tahun|letak|daerah|ukuran)\}[^{]*", p))


def bersih(t):
    if len(t) > 360:
        t = t[:240].rstrip() + " … " + t[-100:].lstrip()
    return t.replace("|", "\\|").replace("<", "&lt;")


def tulis(akar, keluar):
    semua = susun(akar)
    daerah = folder_daerah(akar)
    keluar.write("# Kalimat yang dibuat situs\n\n")
    keluar.write(
        "Dibuat oleh `kalimat.py` dari situs yang sudah dibangun; jangan disunting.\n"
        "Tiap pola ditulis sekali dengan satu contoh dan halamannya; `×` ialah banyaknya kemunculan.\n"
        "Tanda: `{n}` bilangan, `{tahun}`, `{tanggal}`, `{nama}` nama dalam data, `{letak}` tempat dalam dokumen, "
        "`{daerah}`, `{kutipan}` yang dikutip.\n"
    )
    for bahasa, judul in (("id", "Bahasa Indonesia"), ("en", "English")):
        for g, anak in (("kalimat", "Kalimat"), ("label", "Label")):
            butir = [
                (p, r) for (b, p), r in semua.items() if b == bahasa and r["g"] == g and not salinan(r, p, daerah)
            ]
            butir.sort(key=lambda x: (x[0].casefold(), x[0]))
            keluar.write(f"\n## {judul}: {anak} ({len(butir)})\n\n")
            for p, r in butir:
                _, jenis, k, h = r["contoh"]
                keluar.write(f"- `{p.replace('`', chr(39))}` × {r['n']}\n")
                if k != p:
                    keluar.write(f"  - {bersih(k)}\n")
                keluar.write(f"  - {h} ({jenis})\n")
    ditulis_orang = sum(1 for (_, p), r in semua.items() if salinan(r, p, daerah))
    keluar.write(f"\nTidak ditulis di sini: {ditulis_orang} kalimat yang hanya ada pada satu daerah (salinan dokumen) atau satu naskah.\n")


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.stderr.write("Usage: kalimat.py SITE-FOLDER\n")
        return 2
    tulis(sys.argv[1], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
