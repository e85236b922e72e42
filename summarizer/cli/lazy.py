"""Commands that are imported when they are run: the list of all needs none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command


class Place(NamedTuple):
    """Where a command is, and the line that the list of all shows of it."""

    module: str
    name: str
    """A function, or a `Typer` with commands of its own."""
    line: str


class LazyCommands(MutableMapping[str, Any]):
    """Commands by name, each made when it is first asked for."""

    def __init__(self, places: Mapping[str, Place], settings: Mapping[str, Any]) -> None:
        self.places = places
        self._settings = settings
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._make(name, self.places[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def _make(self, name: str, place: Place) -> Any:
        found = getattr(import_module(place.module), place.name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, **self._settings)
            alone.command(name)(found)
            found = alone
        command = get_command(found)
        command.name = name
        return command


def lazy_group(places: Mapping[str, Place], settings: Mapping[str, Any]) -> type[TyperGroup]:
    """A group of these commands; `settings` are those of each one's `Typer`."""

    class LazyGroup(TyperGroup):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.commands = LazyCommands(places, settings)

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            """Write the list without importing a command."""
            del ctx
            with formatter.section("Commands"):
                formatter.write_dl([(name, place.line) for name, place in places.items()])

    return LazyGroup
