/** The sign of the course in a browser's tab: a valley, and a point on its way down. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5a87"/><path d="M5 7c3 22 18 24 22 4" fill="none" stroke="#fdfcf9" stroke-width="2.6" stroke-linecap="round"/><circle cx="8.4" cy="16" r="3.6" fill="#f2b56b"/></svg>`;

export const ICON = `data:image/svg+xml,${encodeURIComponent(SVG)}`;
