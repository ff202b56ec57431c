// The QR code of an address of this register, so that a printed page leads back to its source.
import { encode } from 'uqr'
import { QrCode } from '#components/ui/qr'
import { env } from '#server/env'

export function AddressCode({ path, label, size }: { path: string; label: string; size?: number }) {
  return (
    <QrCode
      label={label}
      modules={encode(`${env().origin}${path}`, { ecc: 'M', border: 2 }).data}
      {...(size === undefined ? {} : { size })}
    />
  )
}
