#!/usr/bin/env python3
"""Memeriksa edisi sebuah situs Terang tanpa Terang: python3 edisi.py FOLDER [FOLDER BERIKUTNYA ...], yang tertua dahulu.
FOLDER adalah situs, atau edisi lama yang disimpannya (edisi/TANGGAL): dari yang lama hanya angkanya yang disimpan."""
import csv, hashlib, io, json, re, sys, zipfile
from pathlib import Path

csv.field_size_limit(2**31 - 1)
LOLOS = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def sha(data):
    return hashlib.sha256(data).hexdigest()


def angka(data):  # bentuk baku: alamat TAB nilai TAB tercetak LF, diurutkan
    rows = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    lines = sorted("\t".join(row[k].translate(LOLOS) for k in ("alamat", "nilai", "tercetak")) + "\n" for row in rows)
    return {"banyak": len(lines), "sha256": sha("".join(lines).encode("utf-8"))}


def periksa(folder, lalu):
    isi = (folder / "edisi.json").read_bytes()
    edisi, salah = json.loads(isi), []
    lama = zipfile.ZipFile(folder / "angka.zip") if (folder / "angka.zip").is_file() else None
    for d in edisi["data"]:
        if lama:
            if "angka" in d and angka(lama.read(d["berkas"].removeprefix("data/"))) != d["angka"]:
                salah.append(f"{d['berkas']}: sidik angkanya lain")
            continue
        path = folder / d["berkas"]
        aman = re.fullmatch(r"data/[^/\\:]+\.(csv|xlsx)", d["berkas"]) and path.is_file() and not path.is_symlink()
        if not aman or sha(path.read_bytes()) != d["sha256"]:
            salah.append(f"{d['berkas']}: hilang atau berubah")
        elif "angka" in d and angka(path.read_bytes()) != d["angka"]:
            salah.append(f"{d['berkas']}: sidik angkanya lain")
    semua = [d for d in edisi["data"] if "angka" in d]
    if edisi["angka"]["sha256"] != sha("".join(f"{d['angka']['sha256']}  {d['berkas']}\n" for d in semua).encode("utf-8")):
        salah.append("edisi.json: sidik seluruh angka lain")
    if lalu and edisi.get("sebelumnya") != lalu:
        salah.append(f"edisi.json: tidak menyambung {lalu}")
    print(f"{folder}: {sha(isi)} " + ("utuh" if not salah else "TIDAK UTUH\n  " + "\n  ".join(salah)))
    return sha(isi), not salah


lalu, baik = None, True
for folder in map(Path, sys.argv[1:]):
    lalu, utuh = periksa(folder, lalu)
    baik = baik and utuh
sys.exit(0 if baik and lalu else 1)
