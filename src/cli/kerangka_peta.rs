//! Kerangka peta: a new map for `terang impor --peta`, every answer as a line to uncomment.

/// A new map.
pub const PETA: &str = "\
## Peta impor: jawaban atas yang tidak jelas dari berkasnya. Simpan, lalu pakai lagi untuk berkas yang sama bentuknya.
## Hapus tanda # di depan baris untuk memakainya.
# lembar: Anggaran               # lembar yang dibaca
# kepala: 8                      # baris pertama kepala tabel
# jenis: anggaran                # anggaran, kinerja atau tabel
## Arti kolom, menurut hurufnya atau kata di kepalanya. Selain ukuran di docs/rekaman.md: kode, urusan, bidang, program,
## kegiatan, sub_kegiatan, nama, nama_program, nama_kegiatan, nama_sub_kegiatan, rekening, indikator, setoran, abaikan.
# kolom:
#   N: pagu.murni
#   S: pagu.perubahan
#   Keterangan: abaikan
# angka: indonesia               # 1.234,5; atau inggris: 1,234.5
# satuan: ribuan                 # rupiah, ribuan, jutaan, miliar, triliun: disalin seperti tercetak, dengan besarannya; per kolom: {D: ribuan}
##   persen yang ditulis 0,95: satuan: {F: pecahan} bila 95%, {F: persen} bila 0,95%
# tahun: 2025                    # tahun rekaman, bila judul berkasnya salah cetak
# skpd: Dinas Kesehatan          # baris perangkat daerah mana yang dibaca; semua: semuanya
# strip: tidak tercetak          # arti tanda -: \"0\", tidak tercetak atau tidak berlaku
# jumlah: tercetak               # jumlah disalin seperti tercetak, walaupun baris di sampingnya berjumlah lain
# sambungan: nama                # baris tanpa angka di bawah sebuah nama: nama (menyambungnya), atau judul
## Nama simpul yang dalam berkas hanya berupa kode:
# nama:
#   \"1.03.10\": Program Penyelenggaraan Jalan
## Simpul portal yang mungkin sama (kode sama dengan nama lain, atau nama sama dengan kode lain): sama atau baru; \"*\": yang lain.
# simpul:
#   \"1.03.10\": sama
## Kode indikator menurut nama yang tercetak:
# indikator:
#   Persentase layanan yang selesai tepat waktu: layanan-tepat-waktu
## Indikator yang belum ada dalam opd.yaml ditambahkan di sana; arah yang tidak terbaca dari tabelnya: naik atau turun.
# arah:
#   Angka putus sekolah: turun
#   \"*\": naik
# tingkat: sasaran               # kabupaten, tujuan, sasaran, program, kegiatan, sub_kegiatan, ikk, spm
## Tabel bebas: kelompoknya dalam `kelompok_tabel` portal.yaml.
# tema: lain
";
