// The files of a case as a list: what each is, how large, its hash, the two dates, whether anybody may read it, and the link that saves it.
import { PlainTable } from '#components/ui/table'

export type ShownFile = {
  id: string
  name: string
  type: string
  size: string
  sha256: string
  performedOn: string
  receivedAt: string
  standing: string | null
  reason: string | null
  scan: string
}
export type FileListWords = {
  list: string
  none: string
  file: string
  size: string
  hash: string
  performedOn: string
  receivedAt: string
  visibility: string
  scan: string
  download: string
}

/** Hashes are shortened; the whole one is in the title and in the public log. */
export function FileList({ files, words, caption }: { files: readonly ShownFile[]; words: FileListWords; caption?: string }) {
  if (files.length === 0) return <p className="t2">{words.none}</p>
  const hasStanding = files.some((file) => file.standing !== null)
  return (
    <PlainTable
      caption={caption ?? words.list}
      heads={[
        words.file,
        words.size,
        words.hash,
        words.performedOn,
        words.receivedAt,
        words.scan,
        ...(hasStanding ? [words.visibility] : []),
      ]}
      rows={files.map((file) => [
        <a
          key="n"
          href={`/api/v1/attachments/${file.id}`}
          aria-label={`${words.download} ${file.name}`}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file.name}
        </a>,
        `${file.type.toUpperCase()} ${file.size}`,
        <span key="h" className="mono" title={file.sha256}>
          {file.sha256.slice(0, 12)}
        </span>,
        file.performedOn,
        file.receivedAt,
        file.scan,
        ...(hasStanding
          ? [
              <span key="s">
                {file.standing}
                {file.reason ? <small className="t2 block">{file.reason}</small> : null}
              </span>,
            ]
          : []),
      ])}
    />
  )
}
