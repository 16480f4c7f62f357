/** The government form that is measured: twenty fields of every common kind, repeated to the size asked for. */

const text = (id, en) => ({ id, en });
const options = (...words) => words.map((word, index) => ({ value: `p${index}`, label: text(word, word) }));
const yesNo = options('Ya', 'Tidak');
const four = options('Milik sendiri', 'Milik keluarga', 'Sewa atau kontrak', 'Rumah dinas');
const jobs = options('Petani', 'Nelayan', 'Pedagang', 'Karyawan swasta', 'Pegawai negeri', 'Guru', 'Pelajar', 'Belum bekerja');
const needs = options('Membuka rekening', 'Melamar kerja', 'Sekolah', 'Lainnya');
const dateHint = text('Misalnya 17 8 1990', 'For example 17 8 1990');

const block = [
  { type: 'name', label: text('Nama lengkap', 'Full name'), hint: text('Seperti di KTP-el.', 'As on the identity card.') },
  { type: 'nik', label: text('NIK', 'NIK'), hint: text('16 angka di KTP-el.', '16 digits on the identity card.') },
  { type: 'date', label: text('Tanggal lahir', 'Date of birth'), hint: dateHint },
  { type: 'radios', label: text('Jenis kelamin', 'Sex'), options: options('Laki-laki', 'Perempuan') },
  { type: 'select', label: text('Pekerjaan', 'Occupation'), options: jobs },
  { type: 'email', label: text('Alamat surel', 'Email'), hint: text('Misalnya nama@contoh.id', 'For example nama@contoh.id') },
  { type: 'phone', label: text('Nomor telepon', 'Phone'), hint: text('Misalnya 0812 0000 1234', 'For example 0812 0000 1234') },
  { type: 'text', label: text('Tempat lahir', 'Place of birth') },
  { type: 'textarea', label: text('Alamat lengkap', 'Address') },
  { type: 'checkboxes', label: text('Keperluan', 'Purpose'), options: needs },
  { type: 'date', label: text('Tinggal di sini sejak', 'Living here since'), hint: dateHint },
  { type: 'radios', label: text('Status tempat tinggal', 'How you live there'), options: four },
  { type: 'text', label: text('Nama pemilik rumah', 'Owner of the house') },
  { type: 'integer', label: text('Jumlah penghuni', 'People in the house') },
  { type: 'select', label: text('Pendidikan', 'Education'), options: options('SD', 'SMP', 'SMA', 'Diploma', 'Sarjana', 'Tidak sekolah') },
  { type: 'money', label: text('Penghasilan sebulan', 'Income per month'), hint: text('Dalam rupiah.', 'In rupiah.') },
  { type: 'textarea', label: text('Keterangan', 'Remarks') },
  { type: 'radios', label: text('Sudah punya KTP-el?', 'Do you have the card?'), options: yesNo },
  { type: 'checkboxes', label: text('Bantuan yang diterima', 'Support received'), options: needs.slice(0, 3) },
  { type: 'text', label: text('Nama kepala keluarga', 'Head of the family') },
];

/** So many fields, all required, as a service definition has them. */
export function manyFields(count) {
  return Array.from({ length: count }, (_, index) => ({ ...block[index % block.length], name: `field${index}` }));
}

/** A service that asks these fields, so many on each step. */
export function serviceOf(id, fields, perStep) {
  const words = text('Bahan ukur', 'For measuring');
  const steps = Array.from({ length: Math.ceil(fields.length / perStep) }, (_, index) => ({
    id: `langkah-${index + 1}`,
    title: text(`Bagian ${index + 1}`, `Part ${index + 1}`),
    fields: fields.slice(index * perStep, (index + 1) * perStep),
  }));
  return {
    id,
    version: 1,
    title: words,
    summary: words,
    category: 'general',
    keywords: ['ukur', 'coba', 'beban'],
    channel: 'online',
    offered: {},
    fee: { amount: 0, currency: 'IDR' },
    applicant: { name: 'field0', nik: 'field1' },
    steps,
    requirements: [],
    stages: [{ id: 'periksa', title: words, unit: 'village', post: 'operator', workingDays: 2, status: 'in_review' }],
    delivery: 'pickup',
    standard: {
      procedure: [words, words],
      legalBasis: ['UU 25/2009'],
      ...Object.fromEntries(
        ['product', 'complaints', 'facilities', 'competence', 'supervision', 'staffing', 'guarantee', 'safety', 'evaluation', 'pledge', 'compensation'].map(
          (part) => [part, words],
        ),
      ),
    },
    privacy: { legalBasis: words, purpose: words },
    retention: { days: 30, basis: 'Bahan ukur.' },
  };
}
