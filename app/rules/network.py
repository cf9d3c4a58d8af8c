"""Who refers whom as a picture: ribbons between members on a circle, thick at the giver."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.rules.drawing import Drawing, Label, Point, Shade, Shape, arc, disc, polar, ribbon
from app.rules.identifiers import PersonId

_DOTS, _NAMES, _ARCS, _SPHERES = 0.57, 0.6, 0.975, 1.0
_DOT, _RING = 0.0085, 0.0045
_ARC_WIDTH = 0.0022
_ASIDE = 0.013  # radians between what leaves a dot and what comes to it
_STRONG, _MOST = 3, 9
_TAIL = 0.0022


@dataclass(frozen=True, slots=True)
class Node:
    """A member on the circle; counts are of referrals among members."""

    person_id: PersonId
    name: str
    sphere: str
    given: int
    received: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What one member gave to another, by their places on the circle."""

    giver: int
    receiver: int
    count: int


def network_drawing(nodes: Sequence[Node], ties: Sequence[Tie]) -> Drawing:
    """Return the picture; its unit is the radius of the circle that the spheres' names stand on."""
    angles = _angles(nodes)
    weakest_first = sorted(ties, key=lambda tie: (tie.count, tie.giver, tie.receiver))
    shapes = [_ribbon(angles[tie.giver], angles[tie.receiver], tie.count) for tie in weakest_first]
    for node, angle in zip(nodes, angles, strict=True):
        shapes += _dot(polar(angle, _DOTS), hollow=not (node.given and node.received))
    labels = [_name(node, angle) for node, angle in zip(nodes, angles, strict=True)]
    for sphere, first, last in _spans(nodes, angles):
        shapes.append(arc(first, last, _ARCS, _ARC_WIDTH, Shade.LINE))
        labels.append(_sphere(sphere, (first + last) / 2))
    return Drawing(tuple(shapes), tuple(labels))


def _angles(nodes: Sequence[Node]) -> list[float]:
    """Return the angle of each member; one place is left free between spheres."""
    gaps = [1 for one, two in zip(nodes, (*nodes[1:], *nodes[:1]), strict=True) if _parts(one, two)]
    step = 2 * math.pi / max(len(nodes) + len(gaps), 1)
    angles, place = [], 0.5 * bool(gaps)
    for number, node in enumerate(nodes):
        place += bool(number and _parts(nodes[number - 1], node))
        angles.append((place + 0.5) * step)
        place += 1
    return angles


def _parts(one: Node, two: Node) -> bool:
    return one.sphere != two.sphere


def _spans(nodes: Sequence[Node], angles: Sequence[float]) -> list[tuple[str, float, float]]:
    """Return each sphere that has a name, and the angles between which it lies."""
    half = (angles[1] - angles[0]) * 0.5 if len(angles) > 1 else 0.1
    found = []
    pairs = groupby(zip(nodes, angles, strict=True), key=lambda pair: pair[0].sphere)
    for sphere, group in pairs:
        of_sphere = [angle for _node, angle in group]
        if sphere:
            found.append((sphere, of_sphere[0] - half, of_sphere[-1] + half))
    return found


def _ribbon(giver: float, receiver: float, count: int) -> Shape:
    start, end = polar(giver + _ASIDE, _DOTS - 0.012), polar(receiver - _ASIDE, _DOTS - 0.012)
    apart = abs(math.remainder(giver - receiver, 2 * math.pi)) / math.pi
    pull = 0.62 - 0.55 * apart  # of the radius: the further apart, the nearer to the middle
    bent = (start, _scaled(start, pull), _scaled(end, pull), end)
    if count >= _STRONG:
        return ribbon(bent, 0.006 + 0.0028 * min(count, _MOST), _TAIL, Shade.STRONG)
    shade = Shade.MIDDLE if count > 1 else Shade.PALE
    return ribbon(bent, 0.0055 if count > 1 else 0.003, _TAIL * 0.8, shade)


def _scaled(point: Point, by: float) -> Point:
    return point[0] * by, point[1] * by


def _dot(centre: Point, *, hollow: bool) -> list[Shape]:
    ring = [disc(centre, _DOT, Shade.INK)]
    return [*ring, disc(centre, _RING, Shade.GROUND)] if hollow else ring


def _name(node: Node, angle: float) -> Label:
    """Return a member's name, outward from the dot and never on its head."""
    figures = f"{node.given} · {node.received}"
    left = math.sin(angle) < 0
    turned = angle + math.pi / 2 if left else angle - math.pi / 2
    return Label(
        at=polar(angle, _NAMES),
        angle=turned,
        words=node.name,
        figures=figures,
        strong=not (node.given and node.received),
        starts=not left,
        ends=left,
        room=_ARCS - _NAMES - 0.02,
    )


def _sphere(name: str, angle: float) -> Label:
    """Return a sphere's name along its arc."""
    below = math.cos(angle) < 0
    radius = _SPHERES + (0.02 if below else -0.004)
    return Label(
        at=polar(angle, radius), angle=angle + math.pi if below else angle, words=name, room=0.6
    )
