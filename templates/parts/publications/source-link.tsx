import type { ComponentChildren } from 'preact'

/** The way to a publication itself, with the site that it leads to: "Read it at gov.uk". */
export function SourceLink({
  address,
  title,
  children,
}: {
  address: string
  title: string
  children: ComponentChildren
}) {
  const host = new URL(address).hostname.replace(/^www\./u, '')
  return (
    <a href={address} rel="external" aria-label={`${children} at ${host}: ${title}`}>
      {children} at {host}
    </a>
  )
}
