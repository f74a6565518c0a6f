"""Values of the model become JSON and come back the same, by the types of their fields; knows nothing of the model.

A field that has its default is left out, so a later version may add fields and old files mean the same. What does not
fit its type is refused, since files come from anywhere.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, NewType, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_PLAIN = (str, int, float, bool, types.NoneType)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MISSING = object()


class MalformedError(ValueError):
    """Data that does not have the form of what it should be."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of one type become JSON, and how they are made of it again."""

    encode: Callable[[object], Json]
    decode: Callable[[Json], object]  # raises MalformedError


class Codecs:
    """The codecs of all types that are met; ``tagged`` names the classes that stand for a protocol, by its tag."""

    def __init__(self, tagged: Mapping[object, tuple[str, Mapping[str, type]]]) -> None:
        self._tagged = tagged
        self._known: dict[object, Codec] = {}

    def of(self, form: object) -> Codec:
        """The codec of a type as it stands in an annotation."""
        if form not in self._known:
            self._known[form] = self._made(form)
        return self._known[form]

    def _made(self, form: object) -> Codec:
        if isinstance(form, NewType):
            return self.of(form.__supertype__)
        if form in self._tagged:
            tag, classes = self._tagged[form]
            return _tagged(tag, {name: self.of(kind) for name, kind in classes.items()})
        if isinstance(form, type) and not get_origin(form):
            return self._of_class(cast("type[object]", form))
        origin, arguments = get_origin(form), get_args(form)
        if origin in (Union, types.UnionType):
            return _union({kind: self.of(kind) for kind in arguments})
        if origin in (tuple, frozenset):
            return _sequence(self.of(arguments[0]), is_set=origin is frozenset)
        if origin is Mapping:
            return _mapping(self.of(arguments[1]))
        raise TypeError(f"no codec for {form}")

    def _of_class(self, kind: type[object]) -> Codec:
        if kind in _PLAIN:
            return _plain(kind)
        if issubclass(kind, Enum):
            return _enum(kind)
        if dataclasses.is_dataclass(kind):
            return _Fields(kind, self).codec
        raise TypeError(f"no codec for {kind}")


class _Fields:
    """A dataclass as an object; its fields are looked at when they are first needed, since they may hold the class."""

    def __init__(self, kind: type[object], codecs: Codecs) -> None:
        self._kind, self._codecs = kind, codecs
        self._fields: tuple[tuple[str, Codec, object, bool], ...] | None = None  # name, codec, default, is it needed
        self.codec = Codec(self._encode, self._decode)

    def _known(self) -> tuple[tuple[str, Codec, object, bool], ...]:
        if self._fields is None:
            hints = get_type_hints(self._kind)
            self._fields = tuple(
                (field.name, self._codecs.of(hints[field.name]), default, default is _MISSING)
                for field in dataclasses.fields(cast("type[_Dataclass]", self._kind))
                for default in (_default(field),)
            )
        return self._fields

    def _encode(self, value: object) -> Json:
        found: dict[str, Json] = {}
        for name, codec, default, is_needed in self._known():
            item: object = getattr(value, name)
            if is_needed or item != default:
                found[name] = codec.encode(item)
        return found

    def _decode(self, value: Json) -> object:
        if not isinstance(value, dict):
            raise MalformedError(f"{self._kind.__name__} is no object")
        found: dict[str, object] = {}
        for name, codec, _, is_needed in self._known():
            if name in value:
                found[name] = codec.decode(value[name])
            elif is_needed:
                raise MalformedError(f"{self._kind.__name__} has no {name}")
        if len(found) < len(value):
            raise MalformedError(f"{self._kind.__name__} has an unknown field")
        return self._kind(**found)


class _Dataclass:
    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[object]]]


def _default(field: dataclasses.Field[object]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _MISSING if field.default is dataclasses.MISSING else field.default


def _plain(kind: type[object]) -> Codec:
    def checked(value: object) -> object:
        if type(value) is not kind:
            raise MalformedError(f"{type(value).__name__} in place of {kind.__name__}")
        return value

    return Codec(cast("Callable[[object], Json]", checked), checked)


def _enum(kind: type[Enum]) -> Codec:
    names = {member: member.name for member in kind}
    members = dict(kind.__members__)

    def decode(value: Json) -> object:
        if not isinstance(value, str) or value not in members:
            raise MalformedError(f"no {kind.__name__}")
        return members[value]

    return Codec(lambda value: names[cast("Enum", value)], decode)


def _union(codecs: Mapping[type[object], Codec]) -> Codec:
    """One of several types that JSON can tell apart: plain ones, and at most one that becomes an object or array."""
    plain: dict[type[object], Codec] = {kind: codec for kind, codec in codecs.items() if kind in _PLAIN}
    others = [codec for kind, codec in codecs.items() if kind not in _PLAIN]
    other = others[0] if others else None
    if len(others) > 1:
        raise TypeError(f"a union of {list(codecs)} cannot be told apart")

    def codec_for(value: object) -> Codec:
        codec = plain.get(type(value), other)
        if codec is None:
            raise MalformedError(f"{type(value).__name__} is none of what it may be")
        return codec

    return Codec(lambda value: codec_for(value).encode(value), lambda value: codec_for(value).decode(value))


def _sequence(item: Codec, *, is_set: bool) -> Codec:
    encode_item, decode_item = item.encode, item.decode

    def encode(value: object) -> Json:
        found = [encode_item(part) for part in cast("tuple[object, ...]", value)]
        return sorted(found, key=json_text) if is_set else found

    def decode(value: Json) -> object:
        if not isinstance(value, list):
            raise MalformedError("no array where one is needed")
        found = tuple(map(decode_item, value))
        return frozenset(found) if is_set else found

    return Codec(encode, decode)


def _mapping(item: Codec) -> Codec:
    def encode(value: object) -> Json:
        return {name: item.encode(part) for name, part in cast("Mapping[str, object]", value).items()}

    def decode(value: Json) -> object:
        if not isinstance(value, dict):
            raise MalformedError("no object where one is needed")
        return {name: item.decode(part) for name, part in value.items()}

    return Codec(encode, decode)


def _tagged(tag: str, codecs: Mapping[str, Codec]) -> Codec:
    def encode(value: object) -> Json:
        name = type(value).__name__
        return {tag: name, **cast("dict[str, Json]", codecs[name].encode(value))}

    def decode(value: Json) -> object:
        name = value.get(tag) if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(name, str) or name not in codecs:
            raise MalformedError(f"no {tag} that is known")
        return codecs[name].decode({key: part for key, part in value.items() if key != tag})

    return Codec(encode, decode)


def json_text(value: Json) -> str:
    """JSON on one line that every file takes: what is no Unicode (a byte kept as it was) is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isascii() else _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def parsed(text: str) -> Json:
    """The value of a JSON text; raises MalformedError."""
    try:
        return cast("Json", json.loads(text))
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"no JSON: {error}") from error
