// Stands in for Next's marker where scripts and tests run the shell's files without Next.
export {}
