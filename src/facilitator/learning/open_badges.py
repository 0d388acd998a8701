"""Open Badges 3.0 (1EdTech) as JSON: an achievement credential of the W3C data model 2.0, without a proof.

Nobody can verify a credential without a proof, so the file's name and its text say that it is unsigned. There is no
host, so that ids are `urn:uuid`; the same certificate always has the same ones. No mail address is ever in it.
"""

import json
import uuid
from typing import Any

from facilitator.content.words import Words
from facilitator.domain.certificate_view import CertificateView
from facilitator.domain.language import LOCALES
from facilitator.learning.program_badges import ProgramBadge, badge_name, badge_rule

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SUFFIX = ".json"


def open_badge(view: CertificateView, engagement: str, badge: ProgramBadge | None = None) -> dict[str, Any]:
    """The certificate as an OpenBadgeCredential, in its own language; `engagement` tells ids of engagements apart.

    With `badge` it is that badge of the program, for the learner of the certificate.

    The learner's name stands in it as it does on paper, unless it holds an @: then an id stands for the learner alone.
    """
    words = Words(view.language)
    label = words("learning.unsigned")
    achievement = _of_program(view, badge, engagement, words) if badge else _achievement(view, engagement, words)
    subject: dict[str, Any] = {"id": _id(engagement, view.number, "subject"), "type": ["AchievementSubject"]}
    if view.learner and "@" not in view.learner:
        named = {"type": "IdentityObject", "hashed": False, "identityHash": view.learner, "identityType": "name"}
        subject["identifier"] = [named]
    return {
        "@context": list(CONTEXTS),
        "id": _id(engagement, view.number, "credential", *([badge] if badge else [])),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": words("learning.unsigned_name", title=achievement["name"], label=label),
        "description": words("learning.unsigned_about", label=label),
        "issuer": {"id": _id(engagement, "", "issuer"), "type": ["Profile"], "name": view.issuer},
        "validFrom": f"{view.issued_on.isoformat()}T00:00:00Z",
        "credentialSubject": subject | {"achievement": achievement},
    }


def open_badge_text(view: CertificateView, engagement: str, badge: ProgramBadge | None = None) -> str:
    """The same as a file holds it, ended by a new line."""
    return json.dumps(open_badge(view, engagement, badge), ensure_ascii=False, indent=2) + "\n"


def open_badge_name(view: CertificateView, badge: ProgramBadge | None = None) -> str:
    """The name of its file, which says that it is unsigned: LEAD-F26-007-unsigned.json, …-007-host-unsigned.json."""
    mark = Words(view.language)("learning.unsigned_mark")
    return "-".join(filter(None, (view.number, badge, mark))) + SUFFIX


def _of_program(view: CertificateView, badge: ProgramBadge, engagement: str, words: Words) -> dict[str, Any]:
    return {
        "id": _id(engagement, view.program, "badge", badge),
        "type": ["Achievement"],
        "name": badge_name(badge, words),
        "description": " · ".join(filter(None, (view.program, view.cohort))),
        "criteria": {"narrative": " ".join((badge_rule(badge, words), words("learning.no_licence")))},
        "achievementType": "Badge",
        "inLanguage": LOCALES[view.language],
    }


def _achievement(view: CertificateView, engagement: str, words: Words) -> dict[str, Any]:
    about = " · ".join(filter(None, (view.program, view.track, view.cohort)))
    told = " ".join((words(f"learning.rule_{_shape(view)}_{view.sort}"), words("learning.no_licence")))
    return {
        "id": _id(engagement, view.program, view.sort),
        "type": ["Achievement"],
        "name": words(f"learning.sort_{view.sort}"),
        "description": about or words(f"learning.sort_{view.sort}"),
        "criteria": {"narrative": told},
        "achievementType": "Certificate",
        "humanCode": view.number,
        "inLanguage": LOCALES[view.language],
    }


def _shape(view: CertificateView) -> str:
    return "series" if view.of_sessions else "course"


def _id(*parts: str) -> str:
    name = json.dumps(parts, ensure_ascii=True)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:facilitator:{name}").urn
