"""Which names mean the same one: full name and surname, organisation and acronym.

A wrong merge is worse than a missed one: every rule wants exactly one partner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from summarizer.grounding.names.clues import ClueReader
from summarizer.grounding.names.countries import Atlas
from summarizer.grounding.names.fold import name_words
from summarizer.grounding.names.kinds import KindGuesser
from summarizer.grounding.names.mention import NameMention
from summarizer.grounding.names.rules import Form, Rules, initials


@dataclass
class Cluster:
    """Forms that mean one and the same; the fullest comes first."""

    forms: list[Form] = field(default_factory=list)

    @property
    def main(self) -> Form:
        """The fullest form."""
        return max(self.forms, key=lambda form: (not form.is_acronym, len(form.words)))

    @property
    def mentions(self) -> list[NameMention]:
        """All mentions in order."""
        return sorted((m for form in self.forms for m in form.mentions), key=lambda m: m.start)


def forms_of(
    mentions: Iterable[NameMention], reader: ClueReader, guesser: KindGuesser, atlas: Atlas
) -> list[Form]:
    """The mentions by form, in order of first appearance."""
    grouped: dict[tuple[str, ...], list[NameMention]] = {}
    for mention in mentions:
        grouped.setdefault(name_words(mention.text, atlas.language), []).append(mention)
    forms = []
    for words, group in grouped.items():
        plain = list(words)
        forms.append(
            Form(
                words=words,
                text=group[0].text,
                shape=group[0].shape,
                mentions=group,
                clues=reader.read(group),
                organization=guesser.is_organization(plain),
                place=guesser.is_place(plain),
                thing=guesser.is_thing(plain),
                code=_code(group[0], atlas),
            )
        )
    return forms


def _code(mention: NameMention, atlas: Atlas) -> str | None:
    if mention.shape in {"country", "organization"}:
        return atlas.code(mention.text, "country" if mention.shape == "country" else "organization")
    return None


class Folder:
    """Folds the forms of one article into clusters."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text = text
        self.rules = rules
        self.ambiguous: dict[tuple[str, ...], list[Cluster]] = {}
        """Short names that more than one cluster could bear."""
        self._near: dict[str, list[Cluster]] = defaultdict(list)
        self._defined: dict[tuple[str, ...], tuple[str, ...]] = {}

    def fold(self, forms: list[Form]) -> list[Cluster]:
        """Clusters in order of first appearance.

        A short name with several partners goes, mention by mention, to the only one introduced
        before it, else to nobody.
        """
        self._defined = dict(self._definitions(forms))
        clusters: list[Cluster] = []
        for form in sorted(forms, key=lambda f: (f.is_acronym, -len(f.words), f.first)):
            partners = self._partners(form)
            if not partners:
                clusters.append(Cluster())
                self._join(form, clusters[-1])
            elif len(partners) == 1:
                self._join(form, partners[0])
            else:
                self._share(form, partners)
        return sorted(clusters, key=lambda cluster: cluster.mentions[0].start)

    def _definitions(self, forms: list[Form]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Acronyms and the names they are defined for: "Name (ACRONYM)" or "ACRONYM (Name)"."""
        every = sorted((m.start, m.end, form) for form in forms for m in form.mentions)
        for (_, end, left), (start, last, right) in pairwise(every):
            if self.text[end:start].strip() not in {"(", '("', "(“", "('"}:
                continue
            if not self.text[last : last + 2].startswith((")", '"', "”", "'")):
                continue
            short, long = (left, right) if left.is_acronym else (right, left)
            if short.is_acronym and not long.is_acronym:
                yield short.words, long.words

    def _keys(self, form: Form) -> set[str]:
        """Under what a form is looked for: its words, its state, its initials."""
        keys = set(form.words) | {form.code or ""}
        if len(form.words) > 1:
            keys |= {initials(form.words, small=True), initials(form.words, small=False)}
        return keys - {""}

    def _join(self, form: Form, cluster: Cluster) -> None:
        cluster.forms.append(form)
        for key in self._keys(form):
            if not any(known is cluster for known in self._near[key]):
                self._near[key].append(cluster)

    def _partners(self, form: Form) -> list[Cluster]:
        near = {id(c): c for key in self._keys(form) for c in self._near.get(key, ())}
        defined = self._defined.get(form.words)
        if defined is not None:
            for cluster in self._near.get(defined[0], ()):
                if any(other.words == defined for other in cluster.forms):
                    return [cluster]
        for rule in self.rules.in_order():
            found = [c for c in near.values() if any(rule(form, other) for other in c.forms)]
            if found:
                return found
        return []

    def _share(self, form: Form, partners: list[Cluster]) -> None:
        self.ambiguous[form.words] = partners
        for mention in form.mentions:
            before = [c for c in partners if c.forms[0].first < mention.start]
            if len(before) == 1:
                before[0].forms.append(replace(form, mentions=[mention]))
