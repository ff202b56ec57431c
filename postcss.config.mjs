// Tailwind compiles app/globals.css; nothing else touches the style sheet.
export default { plugins: { '@tailwindcss/postcss': {} } }
