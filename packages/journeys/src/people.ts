/** The village most journeys play in: Desa Dangin Puri Kangin. */
export const home = '51.71.04.2001';

/** A synthetic telephone number. */
export const phone = '+6281200001234';

/** A complete application for a domicile letter; everything is brought to the counter. */
export const domicile = {
  serviceId: 'surat-keterangan-domisili',
  villageCode: home,
  answers: {
    fullName: 'I Wayan Contoh Adnyana',
    nik: '5171041203909001',
    kk: '5171041506159001',
    birthPlace: 'Denpasar',
    bornOn: '1990-03-12',
    sex: 'male',
    occupation: 'Karyawan swasta',
    address: { street: 'Jalan Contoh No. 1', banjar: 'Banjar Contoh Satu', villageCode: home, postalCode: '80231' },
    residentSince: '2015-06-15',
    tenure: 'own',
    sameAsCard: 'yes',
    purpose: 'Membuka rekening bank',
  },
  documents: {
    'ktp-el': { way: 'bring_original' },
    'kartu-keluarga': { way: 'bring_original' },
    'surat-pengantar-kadus': { way: 'bring_original' },
  },
  contact: { phone },
  trackingFactor: { kind: 'phone', value: phone },
  declaration: { accepted: true, textVersion: '1' },
} as const;
