"""Every workshop of the kit, played: untouched, answered right, and with each wrong answer."""

from collections import defaultdict

import pytest

from elloweb.content.kit import Kit
from elloweb.content.lint import check_kit, check_workshop
from elloweb.grading.rehearsal import rehearse, try_answers

KIT = Kit.find()


@pytest.fixture(scope="module", params=KIT.slugs())
def slug(request):
    return request.param


def test_a_workshop_has_no_fault_on_paper(slug):
    assert check_workshop(KIT, slug) == []
    assert check_kit(KIT) == []


def test_untouched_scores_zero_and_answered_right_scores_all(slug):
    assert rehearse(KIT, slug) == []


def test_each_answer_gets_its_points_and_its_own_message(slug):
    wrong = []
    messages = defaultdict(set)
    for tried in try_answers(KIT, slug):
        said = [line.message for line in tried.result.lines if not line.won]
        met = [message for message in said if tried.answer.says in message]
        if tried.result.points != tried.answer.points or not met:
            wrong.append((tried.answer.mission, tried.answer.name, tried.result.points, said))
        messages[tried.answer.mission] |= set(met)
    assert wrong == []
    assert {m: len(found) for m, found in messages.items() if len(found) < 3} == {}
