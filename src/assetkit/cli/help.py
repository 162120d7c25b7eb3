"""How the list of commands is shown: by the way of the work, not by the alphabet."""

from __future__ import annotations

import click

WORKFLOW: dict[str, tuple[str, ...]] = {
    "To begin": ("new",),
    "From a recipe to posts": ("check", "plan", "styles", "cards", "preview", "sound", "render"),
    "What was made": ("posts", "qc", "package", "verify", "clean"),
    "What is known": ("statistics", "platforms", "facts", "schema", "explain"),
    "The machine": ("store", "doctor"),
}


class WorkflowGroup(click.Group):
    """A group of commands in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the work; those that it does not know stand at the end."""
        ordered = [name for names in WORKFLOW.values() for name in names if name in self.commands]
        return ordered + sorted(self.commands.keys() - set(ordered))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands below the heading of their part of the work."""
        placed = {name for names in WORKFLOW.values() for name in names}
        others = tuple(name for name in self.list_commands(ctx) if name not in placed)
        for heading, names in (*WORKFLOW.items(), ("Others", others)):
            rows = [
                (name, self.commands[name].get_short_help_str(formatter.width))
                for name in names
                if name in self.commands
            ]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)
