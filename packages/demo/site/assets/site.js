// What a page's address asks for is handed to the widget on it: `?q=` to the catalogue, `?layanan=` to the form.
const query = new URLSearchParams(location.search);

const catalog = document.querySelector('sewaka-service-catalog');
if (catalog && query.has('q')) catalog.setAttribute('query', query.get('q'));

const form = document.querySelector('sewaka-service-form');
const service = query.get('layanan');
if (form && service) {
  form.setAttribute('service', service);
  form.hidden = false;
  document.querySelector('[data-without-service]')?.remove();
}

// The catalogue says which service was chosen; this site has a page of its own for applying.
document.addEventListener('sewaka-select', (event) => {
  event.preventDefault();
  location.assign(`/ajukan/?layanan=${encodeURIComponent(event.serviceId)}`);
});
