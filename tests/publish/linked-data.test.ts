import { describe, expect, test } from 'vitest'
import {
  breadcrumbs,
  event,
  linkedDataText,
  periodical,
  publicationIssue,
  report,
  topicPage,
  webSite,
} from '../../src/publish/linked-data.ts'
import { aMeeting, smallArchive } from '../support/small-archive.ts'

const archive = smallArchive()
const { site } = archive

describe('linked data', () => {
  test('cannot leave its script element', () => {
    const text = linkedDataText({ '@type': 'Thing', name: '</script><!-- <script>' })
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Thing',
      name: '</script><!-- <script>',
    })
  })

  test('of several things is one graph', () => {
    const { '@graph': graph } = JSON.parse(linkedDataText(webSite(site), periodical(site)))
    expect(graph.map((thing: { '@type': string }) => thing['@type'])).toEqual(['WebSite', 'Periodical'])
  })

  test('says to search engines where the search is', () => {
    expect(webSite(site).potentialAction).toMatchObject({
      target: { urlTemplate: 'https://example.org/archive/search/?q={search_term_string}' },
    })
  })

  test('makes a topic a collection', () => {
    const topic = archive.topics.get('floods')
    if (!topic) throw new Error('the small archive has a topic')
    expect(topicPage(site, topic)).toMatchObject({
      '@type': 'CollectionPage',
      url: 'https://example.org/archive/topics/floods/',
      about: { '@type': 'DefinedTerm', name: topic.name },
    })
  })

  test('makes an update an issue of the newsletter', () => {
    const [first] = archive.updates
    if (!first) throw new Error('the small archive has updates')
    expect(publicationIssue(site, first)).toMatchObject({
      '@id': 'https://example.org/archive/updates/701/',
      issueNumber: '701',
      datePublished: '2026-03-06',
      isPartOf: { '@id': periodical(site)['@id'] },
    })
  })

  test('makes a publication a report by its publishers, with a date only where one is known', () => {
    const [floods, , undated] = [...archive.publications.values()].map(work => report(archive, work))
    expect(floods).toMatchObject({
      name: 'Floods',
      datePublished: '2026-03-02',
      publisher: [{ name: 'The River Board' }],
    })
    expect(undated).not.toHaveProperty('datePublished')
  })

  test('makes a meeting an event, in London time', () => {
    expect(event(archive, aMeeting({ id: 'x', date: null }))).toBeNull()
    expect(event(archive, aMeeting({ id: 'x' }))).toMatchObject({
      startDate: '2026-03-27',
      eventStatus: 'https://schema.org/EventScheduled',
    })
    expect(
      event(
        archive,
        aMeeting({ id: 'x', date: '2026-06-05', start: '10:00', end: '12:00', place: 'Mill', mode: 'in-person' }),
      ),
    ).toMatchObject({
      startDate: '2026-06-05T10:00:00+01:00',
      endDate: '2026-06-05T12:00:00+01:00',
      location: { '@type': 'Place', name: 'Mill' },
    })
    expect(event(archive, aMeeting({ id: 'x', start: '10:00' }))?.startDate).toBe('2026-03-27T10:00:00+00:00')
    const [, moved, cancelled] = [...archive.meetings.values()].map(meeting => event(archive, meeting))
    expect(moved).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-03-22T09:00:00+00:00',
    })
    expect(cancelled).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  })

  test('a meeting of several days, one to join either way, and one that is postponed', () => {
    const days = aMeeting({ id: 'x', date: '2026-03-27', lastDate: '2026-03-28', mode: 'hybrid', place: 'Mill' })
    expect(event(archive, days)).toMatchObject({
      startDate: '2026-03-27',
      endDate: '2026-03-28',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Mill' }, { '@type': 'VirtualLocation' }],
    })
    const moves = [{ from: { date: '2026-03-06', start: '10:00' }, announcedIn: 702 }]
    expect(event(archive, aMeeting({ id: 'x', date: null, status: 'postponed', moves }))).toMatchObject({
      startDate: '2026-03-06T10:00:00+00:00',
      eventStatus: 'https://schema.org/EventPostponed',
    })
    expect(event(archive, aMeeting({ id: 'x', date: null, status: 'postponed' }))).toBeNull()
  })

  test('numbers the pages above a page', () => {
    const trail = [
      { name: 'Updates', address: '/updates/' },
      { name: '2026', address: '/updates/2026/' },
    ]
    expect(breadcrumbs(site, trail).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Updates', item: 'https://example.org/archive/updates/' },
      { '@type': 'ListItem', position: 2, name: '2026', item: 'https://example.org/archive/updates/2026/' },
    ])
  })
})
