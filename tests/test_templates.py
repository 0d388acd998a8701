"""What a new engagement starts with."""

import pytest

from facilitator.boards.stakeholder_web.model import Web
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.templates import founding


@pytest.mark.parametrize(("title", "project"), [("Online  permits", "Online permits"), ("", "Stakeholder web")])
def test_the_hub_of_a_map_is_named_like_the_engagement_where_that_has_a_title(title, project):
    document = Document().after(founding("stakeholder_1to1", "en", title=title))
    assert [web.project for web in document.every(Web)] == [project]
    assert next(iter(document.every(Engagement))).title == (project if title else "Stakeholder one-to-one")
