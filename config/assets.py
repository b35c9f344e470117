"""Fetches the front-end files of others and puts them into build/assets.

`npm ci` brings the packages that package-lock.json names, by hash; from them come
what _COPIED names, and one sprite with the icons listed in static/icons.txt.
Nothing of it is kept in the repository. Run by `make assets`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
TARGET = ROOT / "build" / "assets"
ICON_NAMES = ROOT / "static" / "icons.txt"

_COPIED = ("modern-normalize/modern-normalize.css", "sortablejs/Sortable.min.js")

_SVG = "http://www.w3.org/2000/svg"
# What every outline icon says of itself, said once per symbol.
_SYMBOL = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


class AssetError(Exception):
    """The files cannot be made; the text says why."""


def main() -> int:
    try:
        if "--no-fetch" not in sys.argv:  # the image brings node_modules along
            fetch()
        TARGET.mkdir(parents=True, exist_ok=True)
        for path in _COPIED:
            shutil.copy(PACKAGES / path, TARGET)
        (TARGET / "icons.svg").write_text(sprite(icon_names()))
    except AssetError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def fetch() -> None:
    """Install the locked packages with the machine's npm, else with the wheel's."""
    in_environment = Path(sys.executable).parent
    npm = shutil.which("npm") or shutil.which("npm", path=in_environment)
    if npm is None:
        raise AssetError(
            "npm is missing: install Node.js, or requirements/embedded.txt"
        )
    command = [npm, "ci", "--silent"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:  # noqa: S603
        raise AssetError("npm ci failed; `npm ci` in this folder says why.")


def icon_names() -> list[str]:
    """The names in static/icons.txt, one a line; # begins a comment."""
    lines = (line.partition("#")[0] for line in ICON_NAMES.read_text().splitlines())
    return sorted({line.strip() for line in lines} - {""})


def sprite(names: list[str]) -> str:
    """One SVG file with a symbol per icon; AssetError names those that do not exist."""
    folder = PACKAGES / "@tabler" / "icons" / "icons" / "outline"
    files = {name: folder / f"{name}.svg" for name in names}
    missing = [name for name, file in files.items() if not file.exists()]
    if missing:
        raise AssetError(f"{ICON_NAMES.name} names unknown icons: {', '.join(missing)}")
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.Element(f"{{{_SVG}}}svg")
    for name, file in files.items():
        symbol = ElementTree.SubElement(root, f"{{{_SVG}}}symbol", _SYMBOL, id=name)
        symbol.extend(_shapes(file))
    return ElementTree.tostring(root, encoding="unicode")


def _shapes(file: Path) -> list[ElementTree.Element]:
    """The strokes of an icon, without the invisible square behind them."""
    icon = ElementTree.parse(file).getroot()  # noqa: S314 -- locked by hash
    shapes = [shape for shape in icon if shape.get("stroke") != "none"]
    for shape in shapes:
        shape.tail = None
    return shapes


if __name__ == "__main__":
    sys.exit(main())
