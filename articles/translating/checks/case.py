"""A translation before its checks: both sides, what is on record, and the answer."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from articles.intake.register import Register
from articles.models import Quote

from .finding import Finding, Kind, On, Severity
from .pairs import Pair, Side


class Case:
    def __init__(
        self,
        pairs: list[Pair],
        *,
        source: str,
        target: str,
        register: Register | None = None,
        quotes: Iterable[Quote] = (),
    ):
        self.pairs, self.register, self.quotes = pairs, register, list(quotes)
        told = {"register": register}
        self.source = Side([one.source for one in pairs], language=source, **told)
        self.target = Side([one.target for one in pairs], language=target, **told)

    @cached_property
    def prose(self) -> list[tuple[int, Pair]]:
        """The pairs that have words on both sides, numbered."""
        return [
            (number, pair)
            for number, pair in enumerate(self.pairs)
            if pair.source and pair.target and pair.source.text and pair.target.text
        ]

    def near(self, number: int) -> Iterator[int]:
        """The pair itself, then those beside it: words move across a paragraph."""
        yield number
        yield from (i for i in (number - 1, number + 1) if 0 <= i < len(self.pairs))

    def found(
        self,
        kind: Kind,
        number: int,
        span: tuple[int, int],
        says: str,
        expected: object = "",
        *,
        side: On = On.TARGET,
        severity: Severity = Severity.WARN,
    ) -> Finding:
        """`span` is a part of the unit's own text."""
        pair = self.pairs[number]
        unit = pair.source if side == On.SOURCE else pair.target
        return Finding(
            kind=kind,
            pair=number,
            field=unit.field,
            start=span[0],
            end=span[1],
            words=unit.text[slice(*span)],
            says=says,
            expected=str(expected),
            origin=pair.source.key if pair.source else "",
            side=side,
            severity=severity,
        )
