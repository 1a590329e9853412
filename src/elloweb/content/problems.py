"""A fault of a workshop, said so that its author can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """Place, fault and mend, in French: `solutions/…, cellule 4 : ce qui cloche. Que faire.`"""

    place: str
    fault: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place} : {self.fault} {self.mend}"
