"""The platform profile: a registry as data platforms export it - names, companies, their own numbers of people, no more."""

from __future__ import annotations

from tests.worlds import han_names as h
from tests.worlds import strangers as s
from tests.worlds.cases import Case, namesake, rarity

LINKS: tuple[Case, ...] = (
    Case("rare_name_hold", "medium", "C", "hold", "number birth", "", prepare=(rarity(24.5),)),
    Case("rare_name_post", "medium", "C", "post", "number birth", "", prepare=(rarity(24.5),)),
    Case("rare_name_registry", "medium", "C", "registry_rep", "number birth", "", prepare=(rarity(24.5),)),
    Case("rare_name_kin", "medium", "C", "hold post", "", "", prepare=(rarity(25.5),), relative=True),
    Case("rare_name_traditional", "hard", "C", "hold post", "number", "", mention=(h.traditional,), prepare=(rarity(25.5),)),
    Case("very_rare_name", "medium", "C", "hold post", "number", "", prepare=(rarity(28),)),
)  # fmt: skip

TRAPS: tuple[Case, ...] = (
    Case("common_name", "", "", "hold post registry_rep", "number birth", "", prepare=(rarity(0, 15.5),), stranger=namesake),
    Case("common_name_kin", "", "", "hold post", "", "", prepare=(rarity(0, 15.5),), relative=True, stranger=namesake),
    Case("middling_name", "", "", "hold post", "number birth", "", prepare=(rarity(15.5, 19),), stranger=namesake),
    Case("sounds_alike", "", "", "hold post", "number birth", "", stranger=s.sounds_alike),
    Case("one_character_off", "", "", "hold post", "number birth", "", stranger=s.one_character_off),
    Case("looks_alike", "", "", "hold post", "number birth", "", stranger=s.looks_alike),
)  # fmt: skip
