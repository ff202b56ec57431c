// Where a rule finds a test item: the catalogue that is in force on the day of the act.
import type { TestItem } from '../catalogue/schema.ts'
import type { Catalogue } from '../catalogue/shipped.ts'

/** The item with this id, or null. */
export const testItemIn = (catalogue: Catalogue, id: string): TestItem | null =>
  catalogue['test-items'].items.find((item) => item.id === id) ?? null
