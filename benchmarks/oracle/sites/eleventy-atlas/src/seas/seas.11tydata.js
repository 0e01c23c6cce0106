export default { permalink: (data) => `/made/${data.page.fileSlug}/` };
