"""Rebuilds latin_words.tsv and nicknames.tsv from packages with a usable licence.

Run by hand, never at run time: `python derive_latin_words.py ..` in an environment with faker and nicknames.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import re
import sys
import unicodedata
from pathlib import Path

FLOOR = 2.5e-4  # a word that is not in the table counts 1/4096
WEIGHTED = {"en_US": (0.6, 0.3), "sv_SE": (0.1, 0.1), "fi_FI": (0.1, 0.1), "hu_HU": (0.1, 0.1)}
"""Provider -> part of the people met under Latin names who have a given name, a family name of this table. English given
names are borne by Chinese people too; of the others a tenth each, for the words of one culture go together."""
COMMON = {
    # order of magnitude, as a share of all people who are met under Latin letters
    2e-2: "mohammed muhammad mohamed mohammad ahmed ali maria jose",
    1e-2: "kumar singh khan hassan hussein ibrahim abdullah nguyen jean juan peter michael david john",
    5e-3: "mohamad muhammed mohd md ahmad omar yusuf hasan mahmoud garcia rodriguez martinez lopez gonzalez hernandez perez sanchez "
    "silva santos martin marie carlos luis antonio francisco ivan sergey alexander vladimir andrey dmitry elena olga tran pham le "
    "sharma patel das ram lal begum bibi akhtar shah syed sayed mustafa osman khalid said salah saleh hamid rahman karim aziz "
    "hans klaus peter wolfgang thomas andreas stefan christian anna giovanni giuseppe marco paolo pierre michel philippe",
    2e-3: "abbas hamza bilal tariq usman umar yahya yasin zaid sultan salman faisal fahad nasser saeed jamal kamal rashid rahim salim "
    "ismail idris haider hussain husain malik mir noor nur gul jan din rehman iqbal javed aslam ashraf anwar akbar azam amin "
    "mehmet mustafa ayse fatma emine yilmaz kaya demir sahin celik ivanov petrov smirnov popov sokolov lebedev kozlov novikov "
    "nikolai alexei mikhail andrei igor oleg yuri boris pavel roman maxim viktor natalia tatiana irina svetlana ekaterina "
    "ferreira oliveira souza pereira lima costa gomes ribeiro carvalho almeida fernandez gomez diaz ruiz torres ramirez flores "
    "muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann rossi russo ferrari bianchi romano colombo ricci "
    "dubois durand moreau laurent simon lefebvre tanaka suzuki sato takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida "
    "yamada sasaki matsumoto inoue kimura gupta verma mishra yadav reddy rao nair iyer mehta joshi agarwal chaudhary agung "
    "siti nurul dewi sri budi agus putra setiawan susanto wijaya santoso maung aung myint tun htun somchai",
}  # fmt: skip

OTHER_NICKNAMES = {
    # common knowledge; the package has English names only
    "mohammed muhammad": "mohd muhd mohamd mhd md", "alexander alexandra aleksandr aleksandra": "sasha sascha shura", "mikhail": "misha",
    "dmitry dmitri dmitriy": "dima mitya", "nikolai nikolay": "kolya", "ivan": "vanya", "vladimir": "volodya vova", "sergey sergei": "seryozha",
    "anatoly anatoliy": "tolya", "yevgeny evgeny evgeniy": "zhenya", "yuri yury": "yura", "konstantin": "kostya", "pavel": "pasha",
    "boris": "borya", "alexei alexey aleksey": "alyosha", "elena yelena": "lena", "natalia natalya": "natasha", "ekaterina": "katya",
    "tatiana tatyana": "tanya", "olga": "olya", "svetlana": "sveta", "anastasia": "nastya", "maria": "masha", "irina": "ira",
    "johannes": "hans jan johann", "friedrich": "fritz", "heinrich": "heinz heiner", "nikolaus": "klaus", "ulrich": "uli", "josef": "sepp jupp",
    "jose": "pepe ze", "francisco": "paco pancho chico", "manuel": "manolo", "dolores": "lola", "ignacio": "nacho", "guadalupe": "lupe",
    "giovanni": "gianni", "giuseppe": "beppe", "katarzyna": "kasia", "malgorzata": "gosia", "cornelis": "kees", "jacques": "jacky",
}  # fmt: skip
"""Full names -> short forms."""


def plain(text: str) -> str:
    """Lower-case letters without marks."""
    return re.sub(r"[^a-z]", "", "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isascii()))


def words() -> dict[str, float]:
    """Word -> share of the people who bear it as one of their names."""
    found: dict[str, float] = {}
    for locale, (given, family) in WEIGHTED.items():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for names, part in ((provider.first_names, given), (provider.last_names, family)):
            total = sum(names.values())
            for name, share in names.items():
                word = plain(name)
                found[word] = max(found.get(word, 0.0), part * float(share) / total)
    for share, names in COMMON.items():
        for word in names.split():
            found[word] = max(found.get(word, 0.0), share)
    return {word: share for word, share in found.items() if share >= FLOOR and len(word) > 1}


def nicknames() -> dict[str, set[str]]:
    """Nickname -> the full given names it stands for."""
    given = importlib.import_module("faker.providers.person.en_US").Provider.first_names
    common = {plain(name) for name, share in given.items() if share > 0.002 * sum(given.values())}
    spec = importlib.util.find_spec("nicknames")
    assert spec is not None and spec.origin is not None
    found: dict[str, set[str]] = {}
    with (Path(spec.origin).parent / "names.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            full, nick = plain(row["name1"]), plain(row["name2"])
            usual = row["relationship"] == "has_nickname" and len(nick) > 1 and full != nick
            if usual and (nick not in common or nick[0] == full[0]):  # Ian is no short form of John
                found.setdefault(nick, set()).add(full)
    for fulls, nicks in OTHER_NICKNAMES.items():
        for nick in nicks.split():
            found.setdefault(nick, set()).update(fulls.split())
    return found


def main(folder: Path) -> None:
    """Write both tables."""
    (folder / "latin_words.tsv").write_text(
        "# Words of names in Latin letters and the share of people who bear them, as a rough level; a word that is missing counts 1/4096.\n"
        "# Sources: Faker (MIT) en_US (given names: US Social Security Administration, family names: US Census, both public domain),\n"
        "# sv_SE, fi_FI, hu_HU (national statistics); very common names of other cultures by order of magnitude, set by hand.\n"
        "# Rebuilt by derive/derive_latin_words.py.\n# columns: word share\n"
        + "".join(f"{word}\t{share:.2g}\n" for word, share in sorted(words().items(), key=lambda t: (-t[1], t[0]))),
        encoding="utf-8",
    )
    (folder / "nicknames.tsv").write_text(
        "# Short and pet forms of given names, and the full names they stand for.\n"
        "# Source: nicknames 1.0 by Carlton Northern and Nick Crews (Apache-2.0); those of other languages by hand.\n"
        "# Rebuilt by derive/derive_latin_words.py.\n"
        "# columns: nickname full_names\n"
        + "".join(f"{nick}\t{' '.join(sorted(full))}\n" for nick, full in sorted(nicknames().items())),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
