/** Whether a document of this content type can’t show HTML elements, such as the panel: SVG and XML can’t. */
export const isWithoutElements = (contentType: string): boolean => /(?<!html\+)xml$/.test(contentType);
