#!/usr/bin/env python3
"""Daftar komponen program (SBOM, CycloneDX 1.5) dari Cargo.lock: python3 docs/sbom.py > terang.cdx.json

Tanpa jaringan dan tanpa jam: Cargo.lock yang sama menghasilkan byte yang sama. `cargo metadata` menambahkan lisensi dan keterkaitan.
Berakhir dengan galat bila sebuah komponen tidak bersidik, tidak berlisensi, atau bukan dari registri resmi.
"""
import json, subprocess, sys, tomllib
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
REGISTRI = "registry+https://github.com/rust-lang/crates.io-index"


def purl(name, version):
    return f"pkg:cargo/{name}@{version}"


lock = tomllib.loads((AKAR / "Cargo.lock").read_text(encoding="utf-8"))["package"]
perintah = ["cargo", "metadata", "--locked", "--format-version", "1", "--manifest-path", str(AKAR / "Cargo.toml")]
meta = json.loads(subprocess.run(perintah, check=True, capture_output=True, text=True).stdout)
rinci = {(p["name"], p["version"]): p for p in meta["packages"]}
nama = {p["id"]: (p["name"], p["version"]) for p in meta["packages"]}

salah, komponen, utama = [], [], None
for p in sorted(lock, key=lambda p: (p["name"], p["version"])):
    kunci = (p["name"], p["version"])
    own = rinci.get(kunci)
    isi = {"type": "library", "bom-ref": purl(*kunci), "name": p["name"], "version": p["version"], "purl": purl(*kunci)}
    lisensi = own and own.get("license")
    if lisensi:
        # Old crates write `MIT/Apache-2.0`, which SPDX writes with OR.
        isi["licenses"] = [{"expression": lisensi.replace("/", " OR ")}]
    if "source" not in p:
        isi["type"] = "application"
        utama = isi
        continue
    if p["source"] != REGISTRI or "checksum" not in p:
        salah.append(f"{p['name']} {p['version']}: bukan dari registri, atau tanpa sidik")
    if own and not lisensi and not own.get("license_file"):
        salah.append(f"{p['name']} {p['version']}: tanpa lisensi")
    isi["hashes"] = [{"alg": "SHA-256", "content": p.get("checksum", "")}]
    komponen.append(isi)

kait = []
for n in meta["resolve"]["nodes"]:
    anak = sorted(purl(*nama[d["pkg"]]) for d in n["deps"] if any(k["kind"] != "dev" for k in d["dep_kinds"]))
    kait.append({"ref": purl(*nama[n["id"]]), "dependsOn": anak})
kait.sort(key=lambda k: k["ref"])

if salah or utama is None:
    sys.exit("\n".join(salah) or "Cargo.lock tidak memuat programnya")
bom = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "version": 1,
    "metadata": {"component": utama},
    "components": komponen,
    "dependencies": kait,
}
json.dump(bom, sys.stdout, ensure_ascii=False, indent=1)
print()
