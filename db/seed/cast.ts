// The cast of the demonstration, typed.
import cast from './cast.json'
import type { Cast } from './people.ts'

export default cast as Cast
