export { uploadArea, type UploadView } from './upload-area.js';
export { uploadStyles } from './upload.styles.js';
export { Uploads, type ChosenFile } from './uploads.js';
