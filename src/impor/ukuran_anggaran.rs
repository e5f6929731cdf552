//! Ukuran anggaran: what a column of numbers beside nodes measures, and the stage of a budget. What is no budget and no
//! realisasi, though it stands among them, is left out by name or asked about.

use super::kata::salah_satu;
use super::makna::{Kepala, Makna, punya};
use super::masa::{hanya_masa, kumulatif, masa, tahun};
use crate::diagnostic::Pesan;
use crate::pesan;

/// Words of what was paid back.
const KEMBALI: [&str; 9] =
    ["setoran", "pengembalian", "kontrapos", "kontra pos", "contra pos", "contrapost", "sts", "cp", "retur"];
/// Words after which what was paid back is taken off already.
pub const NETO: [&str; 8] = ["setelah", "sesudah", "dikurangi", "netto", "neto", "net", "bersih", "nett"];
/// Words before it is.
const BRUTO: [&str; 5] = ["sebelum", "bruto", "kotor", "termasuk", "gross"];
/// What is counted, and is no money.
const BANYAK: [&str; 12] = [
    "penerima",
    "orang",
    "jiwa",
    "kk",
    "kpm",
    "peserta",
    "volume",
    "output",
    "keluaran",
    "outcome",
    "paket pekerjaan",
    "jumlah paket",
];

/// What a column of numbers beside nodes measures.
pub fn ukuran(k: &Kepala<'_>, t: &str, last: &str) -> Makna {
    let masa = masa(k.tingkat, k.tahun);
    let with = |name: &str| Makna::Ukuran(masa.as_ref().map_or_else(|| name.to_string(), |m| format!("{name} {m}")));
    let plain = |name: &str| Makna::Ukuran(name.to_string());
    let ignore = |id: &str, en: &str| Makna::Abaikan(Pesan::new(id, en));
    let persen = t.contains('%') || salah_satu(t, &["persen", "persentase", "prosentase"]);
    let spent = salah_satu(t, &["realisasi", "ralisasi"]);
    if salah_satu(t, &["rak", "rko", "rak sipd", "anggaran kas", "dkkb", "rpd", "rencana penarikan"]) {
        return match &masa {
            Some(masa) if !persen => Makna::Ukuran(format!("rencana {masa}")),
            _ => ignore("rencana penarikan tanpa masa", "a spending plan without its period"),
        };
    }
    if tahun(k.tingkat, k.tahun).is_some() {
        return ignore("tahun lain", "another year");
    }
    let money = salah_satu(t, &["keuangan", "keu", "anggaran", "pagu", "rp", "belanja", "perjanjian kinerja"]);
    let counted = (punya(t, "kinerja") && !money) || (salah_satu(t, &BANYAK) && !salah_satu(t, &["keuangan", "rp"]));
    if counted && !k.angka {
        return ignore("bukan uang", "no money");
    }
    if counted {
        return Makna::tanya(
            pesan!("`{t}`: uang, atau ukuran kinerja?", "`{t}`: money, or a measure of performance?"),
            "abaikan",
        );
    }
    if punya(t, "fisik") {
        return fisik(k, t, persen, with("realisasi_fisik"));
    }
    if salah_satu(t, &KEMBALI) {
        let left =
            salah_satu(t, &["realisasi", "penyerapan", "belanja"]) && (salah_satu(t, &NETO) || salah_satu(t, &BRUTO));
        return if left { with("realisasi") } else { Makna::Setoran };
    }
    let change = ["bertambah", "berkurang", "penambahan", "pengurangan"].iter().any(|w| t.contains(w));
    let between = change || salah_satu(t, &["selisih", "naik/turun", "kenaikan"]);
    // Of what is left, of a weight, of a plan: no share of the budget that was spent.
    let planned = salah_satu(t, &["target", "rencana"]) && !spent;
    let other = planned || salah_satu(t, &["sisa", "saldo", "bobot", "proporsi", "kontribusi", "belum"]);
    if persen && (other || (t.contains("lebih") && t.contains("kurang")) || (between && !change)) {
        return ignore("persentase yang bukan serapan", "a percentage that is no absorption");
    }
    if persen {
        return if between { plain("pertumbuhan murni..perubahan") } else { with("serapan") };
    }
    if salah_satu(t, &["sisa", "saldo", "belum terserap", "belum terealisasi", "belum direalisasikan"]) {
        return plain("sisa");
    }
    if between {
        return plain("kenaikan murni..perubahan");
    }
    if t.contains("lebih") && t.contains("kurang") {
        return plain("sisa");
    }
    // `Capaian / Rp` beside `Capaian / K`: how much of the budget was spent, and no amount.
    if salah_satu(t, &["capaian"]) && !spent && !planned && k.angka && !k.besar {
        return with("serapan");
    }
    // A month alone: the title says of what, or nobody does.
    let more = ["keu", "keuangan", "pagu", "anggaran", "belanja", "rp", "nilai"];
    let bare = k.tingkat.len() == 1 && hanya_masa(t) && !spent && !planned && !salah_satu(t, &more);
    if let (true, Some(masa)) = (bare && k.angka, &masa) {
        let plan = salah_satu(k.judul, &["rencana", "anggaran kas", "rak", "rpd", "penarikan", "target"]);
        return match (salah_satu(k.judul, &["realisasi", "penyerapan", "serapan"]), plan) {
            (true, false) => terpakai(k, t, Some(masa)),
            (false, true) => Makna::Ukuran(format!("rencana {masa}")),
            _ => Makna::tanya(
                pesan!("`{t}`: rencana atau realisasi masa {masa}?", "`{t}`: a plan or what was spent in {masa}?"),
                format!("realisasi {masa}, rencana {masa}"),
            ),
        };
    }
    let keu = masa.is_some() && salah_satu(last, &["keu", "keuangan"]);
    if masa.is_some() && planned {
        return with("rencana");
    }
    // Absorption is a percentage, or the money itself.
    if salah_satu(t, &["serapan", "penyerapan"]) && !spent {
        return if k.besar { with("realisasi") } else { with("serapan") };
    }
    if keu || spent || last == "hasil" {
        return terpakai(k, t, masa.as_deref());
    }
    pagu(k, t, last, masa.as_deref())
}

/// What was spent: in a period, or from the start of the year up to its end.
fn terpakai(k: &Kepala<'_>, t: &str, masa: Option<&str>) -> Makna {
    let Some(masa) = masa else { return Makna::Ukuran("realisasi".to_string()) };
    match kumulatif(k.tingkat, k.tahun) {
        Some(true) => Makna::Ukuran(format!("realisasi_kumulatif {masa}")),
        Some(false) => Makna::Ukuran(format!("realisasi {masa}")),
        None => Makna::tanya(
            pesan!(
                "`{t}`: uang masa itu saja, atau sejak awal tahun?",
                "`{t}`: of that period alone, or since the start of the year?"
            ),
            format!("realisasi {masa}, realisasi_kumulatif {masa}"),
        ),
    }
}

/// Progress of works: what was reached, and not its target, its weight or its price.
fn fisik(k: &Kepala<'_>, t: &str, persen: bool, reached: Makna) -> Makna {
    for words in k.tingkat.iter().rev() {
        let has = |list: &[&str]| salah_satu(words, list);
        let real = has(&["realisasi", "ralisasi", "progres", "progress", "kemajuan", "capaian", "prestasi"]);
        let plan = has(&["target", "rencana", "jadwal", "renc"]);
        if has(&["bobot", "deviasi", "sisa", "selisih", "tertimbang"]) {
            return Makna::Abaikan(pesan!("bukan realisasi fisik", "no progress of works"));
        }
        if plan && !real {
            return Makna::Abaikan(pesan!("rencana fisik: tidak disimpan", "a plan of works: not kept"));
        }
        let money = has(&["pagu", "anggaran", "alokasi", "biaya", "dana", "rp", "belanja", "nilai"]) && !persen;
        if (plan && real) || money || (!persen && !real && k.besar) {
            return Makna::tanya(
                pesan!("`{t}`: kemajuan pekerjaan, atau uangnya?", "`{t}`: progress of works, or their money?"),
                "realisasi_fisik",
            );
        }
        if real {
            return reached;
        }
    }
    reached
}

fn tanya_sebelum(shown: &str) -> Makna {
    Makna::tanya(
        pesan!("`{shown}`: tahap pagu yang mana?", "`{shown}`: which stage of the budget?"),
        "pagu.murni, pagu.pergeseran, pagu.perubahan",
    )
}

/// A budget and its stage.
fn pagu(k: &Kepala<'_>, t: &str, last: &str, masa: Option<&str>) -> Makna {
    let words = [
        "pagu",
        "anggaran",
        "alokasi",
        "plafon",
        "jumlah",
        "target",
        "rka",
        "dpa",
        "dppa",
        "rkpa",
        "papbd",
        "rp",
        "apbd",
        "pagu anggaran",
        "nilai anggaran",
    ];
    let stage = ["murni", "perubahan", "semula", "menjadi", "sebelum", "setelah", "sesudah", "pergeseran", "induk"];
    if !salah_satu(t, &words) && !salah_satu(t, &stage) {
        return Makna::Abaikan(pesan!("tidak dikenal", "not known"));
    }
    if let Some(masa) = masa {
        return Makna::tanya(
            pesan!(
                "`{t}`: pagu, rencana atau realisasi masa {masa}?",
                "`{t}`: a budget, a plan or what was spent in {masa}?"
            ),
            format!("realisasi {masa}, rencana {masa}"),
        );
    }
    let shown = t.to_string();
    let set = |name: &str| Makna::Ukuran(format!("pagu.{name}"));
    let relative = salah_satu(t, &["sebelum", "setelah", "sesudah"]);
    let revised = salah_satu(
        t,
        &["perubahan", "p-apbd", "p apbd", "papbd", "apbd-p", "apbd p", "apbdp", "rkpa", "dppa", "dpa-p", "menjadi"],
    );
    if let Some(stage) = ["efisiensi", "refocusing", "pergeseran"].into_iter().find(|w| punya(t, w)) {
        // Before a cut or a shift the budget may have been shifted already.
        return match (punya(t, "sebelum"), revised) {
            (true, _) => tanya_sebelum(&shown),
            (false, true) if stage == "pergeseran" => set("pergeseran_perubahan"),
            (false, true) => tanya_sebelum(&shown),
            (false, false) => set(stage),
        };
    }
    if revised {
        return set(if punya(t, "sebelum") { "murni" } else { "perubahan" });
    }
    // A DPPA that is of no shift: what comes after is the revised budget; what came before may be any.
    let title = |words: &[&str]| salah_satu(k.judul, words) && !punya(k.judul, "pergeseran");
    if title(&["dppa", "rkpa", "perubahan anggaran"]) && salah_satu(t, &["setelah", "sesudah"]) {
        return set("perubahan");
    }
    if relative {
        let question = pesan!("`{shown}`: sebelum atau setelah apa?", "`{shown}`: before or after what?");
        let before = "pagu.murni, pagu.pergeseran";
        let after = "pagu.perubahan, pagu.pergeseran, pagu.efisiensi";
        return Makna::tanya(question, if punya(t, "sebelum") { before } else { after });
    }
    if salah_satu(t, &["murni", "induk", "awal", "apbd", "semula", "rka", "dpa", "rka sipd"]) {
        return set("murni");
    }
    // What a report prints beside what was agreed is its own; the agreement itself names nothing but its budget.
    let agreed = k.judul.contains("perjanjian kinerja")
        && matches!(last.trim_end_matches(" rp"), "anggaran" | "pagu" | "pagu anggaran" | "alokasi anggaran")
        && !salah_satu(k.judul, &["realisasi", "capaian", "pengukuran", "laporan", "evaluasi"]);
    if salah_satu(t, &["perjanjian", "pk"]) || agreed {
        return set(if salah_satu(k.judul, &["perubahan"]) { "perjanjian_perubahan" } else { "perjanjian" });
    }
    let original = ["dokumen pelaksanaan anggaran", "rencana kerja dan anggaran"].iter().any(|w| k.judul.contains(w));
    let revised = salah_satu(k.judul, &["perubahan", "pergeseran", "dppa", "rkpa"]);
    set(if original && last == "jumlah" && !revised { "murni" } else { "laporan" })
}
