"""What packs tell of learning: a sheet for each lesson, a page for each certificate, a learner's own record."""

import base64
from datetime import date
from typing import TYPE_CHECKING

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.refusal import StoreError
from facilitator.learning.learners import certificate_view, certificates_of
from facilitator.learning.lessons import lesson_view, lessons_of
from facilitator.learning.own_record import OwnRecord, own_records
from facilitator.learning.program_badges import badge_name, badge_rule
from facilitator.workshop.branding import brand_of, logo_words

if TYPE_CHECKING:
    from facilitator.domain.certificate_view import CertificateView
    from facilitator.domain.lesson_view import LessonView
    from facilitator.handouts.pack import Part


def lesson_parts(document: Document, words: Words) -> "list[Part]":
    """The sheet of each lesson of every program, for all tracks; raises StoreError("no_lesson") where there is none."""
    from facilitator.handouts.lesson_sheet import lesson_pages
    from facilitator.handouts.pack import Part

    def part(lesson_id: str, view: "LessonView") -> Part:
        return Part(view.title, lambda words, width: lesson_pages(view, words), key=f"lesson:{lesson_id}")

    parts = [part(lesson.id, lesson_view(document, lesson.id, words)) for lesson in lessons_of(document)]
    if not parts:
        raise StoreError("no_lesson")
    return parts


def own_learning_parts(document: Document, person_id: str, day: date, words: Words) -> "list[Part]":
    """What one person did by `day`, a part for each cohort in which they learn; nothing of anybody else."""
    from facilitator.handouts.learning_record import LearningTold, learning_record_pages
    from facilitator.handouts.pack import Part

    name = document.get(Person, person_id).name

    def part(own: OwnRecord) -> Part:
        told = LearningTold(
            name=name,
            lead=words("lesson.record_lead", program=own.program, cohort=own.cohort, day=words.date(day)),
            hours=words("lesson.record_hours", hours=words.number(own.hours)),
            lessons=tuple(
                (
                    each.title,
                    words("lesson.record_of", count=each.done, all=each.eligible),
                    words(f"lesson.badge_{each.badge:d}"),
                )
                for each in own.lessons
            ),
            wrote=own.wrote,
            badges=tuple((badge_name(each, words), badge_rule(each, words)) for each in own.badges),
            thanks=words("learning.credit", credit=words.list(own.partners)) if own.partners else "",
            certificates=tuple(
                (number, words(f"learning.sort_{sort}"), words.date(on)) for number, sort, on in own.certificates
            ),
        )
        title = words("lesson.record_part", program=own.program, cohort=own.cohort)
        return Part(title, lambda words, width: learning_record_pages(told, words), key=f"learning:{own.cohort_id}")

    return [part(each) for each in own_records(document, person_id, day, words)]


def certificate_parts(document: Document, words: Words) -> "list[Part]":
    """A page for each certificate that was issued in the language of `words`, with the client's logo.

    One in the other language is for a file in that one. Raises StoreError: "no_certificate" where there is none at
    all, "no_certificate_in" (count) where all are in the other language.
    """
    from facilitator.handouts.certificate import certificate_pages
    from facilitator.handouts.pack import Part

    logo = (base64.b64decode(brand_of(document).logo), logo_words(document))

    def part(certificate_id: str, view: "CertificateView") -> Part:
        title = words("learning.certificate_of", title=words(f"learning.sort_{view.sort}"), learner=view.learner)
        key = f"certificate:{certificate_id}"
        return Part(title, lambda words, width: certificate_pages(view, words, *logo), key=key)

    every = certificates_of(document)
    its = [each.id for each in every if each.language == words.language]
    parts = [part(each, certificate_view(document, each)) for each in its]
    if not parts:
        raise StoreError("no_certificate_in", count=len(every)) if every else StoreError("no_certificate")
    return parts
