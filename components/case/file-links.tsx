// A few files in one line: each a link that saves it.
export function FileLinks({ files, download }: { files: readonly { attachmentId: string; name: string }[] | undefined; download: string }) {
  return (
    <>
      {(files ?? []).map((file) => (
        <span key={file.attachmentId}>
          {' '}
          <a href={`/api/v1/attachments/${file.attachmentId}`} aria-label={`${download} ${file.name}`}>
            {file.name}
          </a>
        </span>
      ))}
    </>
  )
}
