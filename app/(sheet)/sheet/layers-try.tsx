// Opens a dialog and a toast on the sheet of parts.
'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button'
import { Dialog } from '#components/ui/dialog'
import { showToast, Toasts } from '#components/ui/toast'
import type extra from './extra.zh.json'

export function LayersTry({ words }: { words: typeof extra.layers }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button tone="halt" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Button onClick={() => showToast({ text: words.toasted, undo: { word: words.undo, act: () => setOpen(false) } })}>
        {words.toast}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.dialog}
        close={words.close}
        tone="stop"
        acts={
          <>
            <Button autoFocus onClick={() => setOpen(false)}>
              {words.cancel}
            </Button>
            <Button tone="halt" onClick={() => setOpen(false)}>
              {words.go}
            </Button>
          </>
        }
      >
        <p>{words.said}</p>
      </Dialog>
      <Toasts label={words.region} dismiss={words.dismiss} />
    </>
  )
}
