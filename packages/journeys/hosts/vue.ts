/** A Vue 3 application; without its template compiler, which would need `unsafe-eval`. */
import '@e-sewaka/components/provider';
import '@e-sewaka/components/service-form';
import type { SewakaSubmittedEvent } from '@e-sewaka/components';
import { createApp, defineComponent, h, ref } from 'vue';

const Apply = defineComponent(() => {
  const code = ref('');
  const open = ref(true);
  const form = (): ReturnType<typeof h> =>
    h('sewaka-service-form', {
      service: 'surat-keterangan-domisili',
      village: '51.71.04.2001',
      headingLevel: 1,
      onSewakaSubmitted: (event: SewakaSubmittedEvent) => void (code.value = event.trackingCode),
    });
  return () =>
    h('sewaka-provider', { 'base-url': 'https://sewaka.example', locale: 'id' }, [
      open.value ? form() : undefined,
      code.value ? h('p', `Terkirim: ${code.value}`) : undefined,
      code.value ? h('button', { onClick: () => void (open.value = false) }, 'Selesai') : undefined,
    ]);
});

createApp(Apply).mount('#app');
