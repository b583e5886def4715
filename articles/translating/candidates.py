"""Which remembered sentences may be close to those asked for.

Pairs of words are counted first; of each sentence the rarest are then looked up, as
many as lead to enough candidates. What half the memory shares tells nothing.
"""

from collections import Counter, defaultdict

from django.db.models import Count

from articles.models import SentenceTrace

from .traces import traces

ENOUGH = 300  # places where a sentence's pairs of words stand
TOO_COMMON = 3000  # places of one pair
COMPARED = 25  # candidates for one sentence
AT_ONCE = 10_000  # values in one query


def candidates(sentences: list[str], *, language: str) -> list[list[int]]:
    """For each sentence, ids of `RememberedSentence`, those that share most first."""
    asked = [traces(sentence, language=language) for sentence in sentences]
    counts = counted({trace for each in asked for trace in each})
    rare = [rarest(each, counts) for each in asked]
    places = standing({trace for each in rare for trace in each})
    return [likeliest(each, places) for each in rare]


def counted(wanted: set[int]) -> dict[int, int]:
    found = {}
    for part in parts(wanted):
        rows = SentenceTrace.objects.filter(trace__in=part).order_by()
        found |= dict(rows.values_list("trace").annotate(Count("pk")))
    return found


def rarest(each, counts):
    chosen, total = [], 0
    known = [trace for trace in each if trace in counts]
    for trace in sorted(known, key=counts.__getitem__):
        total += counts[trace]
        if total > (ENOUGH if chosen else TOO_COMMON):
            break
        chosen.append(trace)
    return chosen


def standing(wanted: set[int]) -> dict[int, list[int]]:
    """Trace → the sentences that have it."""
    found = defaultdict(list)
    for part in parts(wanted):
        rows = SentenceTrace.objects.filter(trace__in=part).order_by()
        for trace, sentence in rows.values_list("trace", "sentence_id"):
            found[trace].append(sentence)
    return found


def parts(wanted):
    wanted = sorted(wanted)
    return (wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE))


def likeliest(each, places):
    """Those that share most pairs of words; of equals, the newest."""
    shared = Counter(sentence for trace in each for sentence in places[trace])
    ranked = sorted(shared, key=lambda sentence: (-shared[sentence], -sentence))
    return ranked[:COMPARED]
