/** How much a letter's signature is worth: signed by hand, registered here, or with a personal certificate. */
export type Trust = 'wet' | 'registered' | 'certified';

/** The office on the letterhead. */
export interface LetterOffice {
  readonly name: string;
  /** Lines above the office's name, e.g. the city and the district. */
  readonly above: readonly string[];
  readonly address: string;
  readonly contact: string;
}

/** Everything that is printed on one letter, in Indonesian; the PDF depends on nothing else. */
export interface LetterContent {
  readonly office: LetterOffice;
  readonly title: string;
  readonly number: string;
  readonly opening: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly body: readonly string[];
  readonly closing: string;
  /** City of issue and the date in words, e.g. `Denpasar, 29 Maret 2025`. */
  readonly placeAndDate: string;
  readonly validUntil?: string;
  /** A snapshot: who signed then, not who holds the post now. */
  readonly signatory: { readonly title: string; readonly name: string; readonly nip?: string };
  readonly trust: Trust;
  /** Where the letter can be checked, for people who type. */
  readonly verifyUrl: string;
  readonly verifyCode: string;
  readonly qrText: string;
  readonly issuedAt: Date;
  /** A line that says that the letter is only an example. */
  readonly notice?: string;
}

/** Says in Indonesian what the signature is worth and how to check it. */
export function trustText(content: LetterContent): string {
  const check = `Periksa keasliannya dengan memindai kode QR, atau di ${content.verifyUrl} dengan kode ${content.verifyCode}.`;
  switch (content.trust) {
    case 'wet':
      return `Surat ini ditandatangani dengan tinta dan dibubuhi cap, dan tercatat dalam register surat. ${check} Tingkat kepercayaan: tanda tangan basah.`;
    case 'registered':
      return `Surat ini tercatat dalam register surat elektronik kantor penerbit. ${check} Tingkat kepercayaan: terdaftar (tanpa sertifikat elektronik pejabat).`;
    case 'certified':
      return `Sesuai UU 11/2008 tentang ITE Pasal 5 ayat (1), dokumen elektronik dan hasil cetaknya adalah alat bukti hukum yang sah. Surat ini ditandatangani dengan sertifikat elektronik yang diterbitkan BSrE-BSSN. ${check} Tingkat kepercayaan: tersertifikasi.`;
  }
}
