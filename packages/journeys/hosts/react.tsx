/** A React 19 application: properties and events of the elements as of any other. */
import '@e-sewaka/components/provider';
import '@e-sewaka/components/service-form';
import type {} from '@e-sewaka/components/types/react';
import { StrictMode, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

function Apply(): ReactElement {
  const [code, setCode] = useState('');
  const [open, setOpen] = useState(true);
  return (
    <sewaka-provider base-url="https://sewaka.example" locale="id">
      {open && <sewaka-service-form service="surat-keterangan-domisili" village="51.71.04.2001" headingLevel={1} onsewaka-submitted={(event) => setCode(event.trackingCode)} />}
      {code && <p>Terkirim: {code}</p>}
      {code && <button onClick={() => setOpen(false)}>Selesai</button>}
    </sewaka-provider>
  );
}

const place = document.getElementById('app');
if (place) createRoot(place).render(<StrictMode><Apply /></StrictMode>);
