// An invented, complete description of an agent: for tests of rules that need one, and for demonstration data.
import specimen from './specimen.json'
import { type AgentVersion, agentVersionSchema } from './version.ts'

export const specimenVersion: AgentVersion = agentVersionSchema.parse(specimen)
