// The address of one cell of the scenario matrix: leads to the matrix with that cell chosen.
import { redirect } from 'next/navigation'

export default async function ScenarioCellPage({ params }: { params: Promise<{ sector: string; scenario: string }> }) {
  const { sector, scenario } = await params
  redirect(`/console/scenarios?${new URLSearchParams({ sector, scenario })}#cell`)
}
