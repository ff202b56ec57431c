// drizzle-kit writes the migrations: once for each database (npm run db:generate).
import { defineConfig } from 'drizzle-kit'
import { dialect } from './db/columns'
export default defineConfig({ dialect, schema: './db/schema.ts', out: `./db/migrations/${dialect}`, casing: 'snake_case' })
