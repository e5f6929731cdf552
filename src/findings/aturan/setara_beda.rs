//! Rule setara-beda: one count printed under two headings with different values, as the record links them.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Hubungan, Jenis, Pernyataan, Setara, halangan_setara as halangan};
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "setara-beda",
    nama: "Hal yang sama dalam dua tabel, dua jumlah",
    nama_en: "The same thing in two tables, two counts",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dua tabel menghitung kelompok orang, barang, atau uang yang sama dengan nama baris yang berbeda, dan angkanya tidak
sama; atau bagian lebih besar daripada kelompok yang memuatnya.

**Definisi.** Rekaman menyebut kedua alamat dan hubungannya (`setara` dalam berkas tahun). Hubungan *sama*: jumlah angka di
kiri = jumlah angka di kanan. Bila rekaman menulis `kali`, angka di kiri dikalikan. Hubungan *paling banyak*: jumlah di kiri tidak melebihi jumlah di kanan.
`kiri_kurang` dan `kanan_kurang` dikurangkan: sisa sebuah bagian tidak melebihi sisa keseluruhannya. Pasangan lain yang memuat semua angka satu sisi dan
cocok disebut juga: ia berbicara untuk sisi itu.

**Toleransi.** Satu angka terhadap satu angka: yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan
atau dipotong; uang hanya setelah dibulatkan. Jumlah harus sama.

**Batas.** Hanya pasangan yang disebut rekaman, beserta alasannya. Batas wilayah, waktu, atau cara mendata yang berbeda bisa
menjelaskan beda itu; yang dicatat ialah angkanya.

Bobot sedang; tinggi bila yang dibandingkan uang, atau bagian itu sedikitnya dua kali kelompoknya.

**Contoh (rekaan).** Korban bencana alam menurut kejadian: 118 + 65 + 3 + 59 + 4 = 249; menurut tabel PMKS: 230 tertangani.
",
    dokumentasi_en: r"
**Meaning.** Two tables count the same group of people, goods or money under different row names, and the figures are
not equal; or a part is larger than the group that contains it.

**Definition.** The record names both addresses and their relation (`setara` in the file of the year). Relation *sama*
(equal): sum of the figures on the left = sum of the figures on the right. If the record says `kali`, the figures on the
left are multiplied. Relation *paling banyak* (at most): the sum on the left is not larger than the sum on the right.
What `kiri_kurang` and `kanan_kurang` name is taken away: a part leaves no more unspent than its whole. Another pair that
holds all the figures of one side and agrees is named too: it speaks for that side.

**Tolerance.** Where one figure is held against one other: a figure printed with fewer decimals agrees when it is equal
after rounding or cutting off; an amount of money only after rounding. Sums must be equal.

**Limits.** Only pairs that the record names, with its reason. Another area, time or way of counting can explain the
difference; what is recorded is the figures.

Medium weight; high if money is compared, or if the part is at least twice its group.

**Example (invented).** Victims of natural disasters by event: 118 + 65 + 3 + 59 + 4 = 249; by the table of PMKS (people with
social problems): 230 served.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for s in b.opd.rekaman.iter().flat_map(|r| &r.setara) {
        let side = |list: &[String], less: &[String]| {
            Some(Sisi { tambah: berbukti(b, list).filter(|l| !l.is_empty())?, kurang: berbukti(b, less)? })
        };
        let [less, more] = &s.kurang;
        let (Some(left), Some(right)) = (side(&s.kiri, less), side(&s.kanan, more)) else { continue };
        // A pair whose sides are of different year, kind or unit proves nothing; loading has said so.
        let sides = (semua(b, left.semua()), semua(b, right.semua()));
        if s.hubungan == Hubungan::Bukan || halangan(b.opd, s, &sides.0, &sides.1).is_some() {
            continue;
        }
        satu(b, hasil, s, &left, &right);
    }
}

/// The figures of some addresses; nothing where one has no value that may stand as evidence.
fn berbukti(b: &Bahan<'_, '_>, list: &[String]) -> Option<Vec<usize>> {
    list.iter().map(|a| b.di(a).iter().copied().find(|i| b.bukti(*i).is_some())).collect()
}

/// Another declared pair that holds with all the figures of one side: they speak for that side.
fn pengukuh(b: &Bahan<'_, '_>, s: &Setara, own: &[String]) -> Option<(Pesan, Vec<usize>)> {
    let plain = |t: &&Setara| {
        !std::ptr::eq(*t, s) && t.hubungan == Hubungan::Sama && !t.kali && t.kurang.iter().all(Vec::is_empty)
    };
    let agree = |t: &Setara, with: &[usize], other: &[usize]| {
        let [with, other] = [with, other].map(|l| semua(b, l.iter().copied()));
        halangan(b.opd, t, &with, &other).is_none()
    };
    for t in b.opd.rekaman.iter().flat_map(|r| &r.setara).filter(plain) {
        for (with, other) in [(&t.kiri, &t.kanan), (&t.kanan, &t.kiri)] {
            if own.len() < 2 || !own.iter().all(|a| with.contains(a)) || other.len() != 1 {
                continue;
            }
            let (Some(with), Some(other)) = (berbukti(b, with), berbukti(b, other)) else { continue };
            let total: Decimal = with.iter().filter_map(|i| b.bukti(*i)).sum();
            if b.bukti(other[0]) == Some(total) && agree(t, &with, &other) {
                let (nama, value, place) = (&t.nama, kata::nilai(b, other[0]), kata::letak(b, other[0]));
                let text = pesan!(
                    " Angka-angka yang dijumlahkan itu cocok dengan {nama} {value} ({place}).",
                    " The figures of that sum agree with {nama} {value} ({place}).",
                    value
                );
                return Some((text, other));
            }
        }
    }
    None
}

/// The statements of some figures.
fn semua<'k, 'a>(b: &Bahan<'k, 'a>, list: impl Iterator<Item = usize>) -> Vec<&'k Pernyataan<'a>> {
    list.map(|i| b.p(i)).collect()
}

/// One side: figures added up, and figures taken away from them.
struct Sisi {
    tambah: Vec<usize>,
    kurang: Vec<usize>,
}

impl Sisi {
    fn semua(&self) -> impl Iterator<Item = usize> {
        self.tambah.iter().chain(&self.kurang).copied()
    }

    /// The one figure that the side is, if it is one.
    fn sendiri(&self) -> Option<usize> {
        self.kurang
            .is_empty()
            .then_some(self.tambah.as_slice())
            .and_then(|l| if let [one] = l { Some(*one) } else { None })
    }
}

fn satu(b: &Bahan<'_, '_>, hasil: &mut Hasil, s: &Setara, left: &Sisi, right: &Sisi) {
    let (Some(head), Some(first)) = (left.tambah.first().copied(), right.tambah.first().copied()) else { return };
    let total = |l: &[usize]| l.iter().filter_map(|i| b.bukti(*i)).sum::<Decimal>();
    let sum = |side: &Sisi| total(&side.tambah).checked_sub(total(&side.kurang));
    let product = |l: &[usize]| l.iter().filter_map(|i| b.bukti(*i)).try_fold(Decimal::ONE, |p, v| p.checked_mul(v));
    let x = if s.kali { product(&left.tambah) } else { sum(left) };
    let (Some(x), Some(y)) = (x, sum(right)) else { return };
    let alone = left.sendiri().zip(right.sendiri());
    let agrees = match s.hubungan {
        Hubungan::Sama => x == y || alone.is_some_and(|(i, j)| sama(b, i, j)),
        Hubungan::PalingBanyak => x <= y,
        Hubungan::Bukan => true,
    };
    if agrees {
        return;
    }
    let text = |side: &Sisi, total: Decimal| {
        let head = side.tambah[0];
        let places = kata::letak(b, head);
        let own: Vec<Pesan> = side.semua().map(|i| kata::nilai(b, i)).collect();
        let (label, what) = (kata::label(b, head), kata::subjek(b, head));
        match own.as_slice() {
            [one] => pesan!("{one} ({places}: {label}, {what})", "{one} ({places}: {label}, {what})", one, label, what),
            many => {
                let money = b.jenis(first) == Jenis::Uang;
                let total = Pesan::tiap(|lang| if money { lang.rupiah(total) } else { lang.grouped(total) });
                let (add, less) = many.split_at(side.tambah.len());
                let mut terms = vec![Pesan::gabung(add, &Pesan::sama(if s.kali { " × " } else { " + " }))];
                terms.extend_from_slice(less);
                let many = Pesan::gabung(&terms, &Pesan::sama(" − "));
                pesan!("{total} = {many} ({places})", "{total} = {many} ({places})", total, many)
            }
        }
    };
    let (a, z, nama) = (text(left, x), text(right, y), &s.nama);
    let why = s.alasan.as_deref().map_or(Pesan::default(), |w| match s.hubungan {
        Hubungan::PalingBanyak => {
            pesan!(
                " Alasan yang satu dibaca sebagai bagian yang lain: {w}.",
                " Why one is read as part of the other: “{w}”."
            )
        }
        _ => pesan!(" Alasan keduanya dibaca sama: {w}.", " Why both are read as one: “{w}”."),
    });
    // What is left over stands in no cell.
    let rest = |side: &Sisi| !side.kurang.is_empty();
    let printed = match rest(left) {
        true => pesan!("dihitung", "computed"),
        false => pesan!("tertulis", "printed"),
    };
    let mut pesan = match s.hubungan {
        Hubungan::Sama | Hubungan::Bukan => {
            pesan!(
                "{nama}: {printed} {a}, tetapi {z}.{why}",
                "{nama}: {printed} {a}, but {z}.{why}",
                printed,
                a,
                z,
                why
            )
        }
        Hubungan::PalingBanyak => pesan!(
            "{nama}: {printed} {a}, lebih banyak daripada {z} yang memuatnya.{why}",
            "{nama}: {printed} {a}, more than {z} which should contain it.{why}",
            printed,
            a,
            z,
            why
        ),
    };
    let speaker = if s.hubungan == Hubungan::Sama {
        [&s.kanan, &s.kiri].into_iter().find_map(|l| pengukuh(b, s, l))
    } else {
        None
    };
    let speaker = speaker.map_or_else(Vec::new, |(text, list)| {
        pesan.sambung(&text);
        list
    });
    let places = left.semua().skip(1).chain(right.semua());
    // Of a sum or a product no single term is known to be the wrong one.
    let single = [left, right].into_iter().filter_map(Sisi::sendiri).collect();
    let isi = Isi::tentang(head, pesan).bersama(places).bersaksi(b, speaker).mempersoalkan(single);
    // Money, and a part at least twice its whole, change the picture.
    let heavy =
        b.jenis(first) == Jenis::Uang || (s.hubungan == Hubungan::PalingBanyak && x >= y.saturating_mul(Decimal::TWO));
    hasil.temuan.push(b.temuan(&ATURAN, if heavy { isi.berbobot(Bobot::Tinggi) } else { isi }));
}
