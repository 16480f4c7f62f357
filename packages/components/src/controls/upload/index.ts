export { expiredUploads } from './expired.js';
export { newsWords, type ChosenFile, type FileNews, type KeptFile } from './files.js';
export { uploadArea, type UploadView } from './upload-area.js';
export { uploadStyles } from './upload.styles.js';
export { Uploads } from './uploads.js';
