// The way from a decision to its challenge: until which day, or the application that is already there.
type Props = { href: string; text: string }

export function ChallengeLink({ href, text }: Props) {
  return (
    <p className="row wide" style={{ paddingTop: 12 }}>
      <a className="btn" href={href}>
        {text}
      </a>
    </p>
  )
}
