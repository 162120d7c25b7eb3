"""Write the reference pages, from the project's folder: `make docs`."""

from __future__ import annotations

from docs.generate.pages import REFERENCE, write_pages


def main() -> None:
    """Write every page and remove what is no page any more."""
    texts = write_pages()
    REFERENCE.mkdir(exist_ok=True)
    for old in REFERENCE.glob("*.md"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
