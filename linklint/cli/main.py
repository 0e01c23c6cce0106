"""The ``linklint`` command: groups the commands and turns every error into an exit code."""

from __future__ import annotations

import errno
import gc
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

import linklint
from linklint.cli.output import tell, write_out
from linklint.errors import IncompleteError, Problem, UserError

CLEAN, FINDINGS, USER, BUG, PIPE, INTERRUPTED = 0, 1, 2, 3, 141, 130


class Commands(click.Group):
    """Commands are imported when they are called; a first word that is no command is a path for ``check``.
    ``modules``: command → (module that defines it, what it does)."""

    modules = {  # noqa: RUF012 - read only; click's own attributes are plain as well
        "check": ("linklint.cli.check", "Check a repository (what `linklint` does by itself)."),
        "explain": ("linklint.cli.explain", "Explain a rule, a page, or the way from one page to another."),
        "rules": ("linklint.cli.catalogues", "List the rules in the box."),
        "facts": ("linklint.cli.catalogues", "List what a rule may ask."),
        "config": ("linklint.cli.config", "Show what is in force and where it was said."),
        "test-rules": ("linklint.cli.rule_tests", "Run the examples that rules carry."),
        "init": ("linklint.cli.init", "Write a first config."),
        "cache": ("linklint.cli.cache", "What is kept of earlier runs, and deleting it."),
        "baseline": ("linklint.cli.baseline", "Keep today's findings quiet."),
        "diff": ("linklint.cli.diff", "Tell what a change does to the site."),
        "graph": ("linklint.cli.graph", "Export the link graph."),
        "report": ("linklint.cli.report", "Tell about clusters, anchor texts and link equity."),
        "schema": ("linklint.cli.catalogues", "Print a JSON Schema for editors."),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        from importlib import import_module

        command: click.Command = import_module(self.modules[cmd_name][0]).COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in self.modules.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own_options = {"--help", "-h", "--version"}
        if not args or (args[0] not in self.modules and args[0] not in own_options):
            self.refuse_misspelt(ctx, args[:1])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def refuse_misspelt(self, ctx: click.Context, words: list[str]) -> None:
        """A first word that is no command, no option and no path was surely meant to be a command, if one is near."""
        from linklint.data.suggest import closest
        from linklint.workspace import exists

        for word in words:
            near = "--help" if word == "help" else closest(word, self.modules)
            if not word.startswith("-") and near is not None and not exists(word):
                message = f'there is no command, file or folder named "{word}"; did you mean "linklint {near}"?'
                raise click.UsageError(message, ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(linklint.__version__, prog_name="linklint", message="%(prog)s %(version)s")
def main() -> None:
    """Lint the internal links of a content repository.

    `linklint` alone checks the repository of the current folder; `linklint PATH` is short for `linklint check PATH`.
    Exit codes: 0 clean, 1 findings, 2 a mistake in the config or on the command line, 3 linklint's own fault.
    """


def run() -> NoReturn:
    """The console script."""
    # One run makes millions of small values that all live to its end. Looking for dead circles among them again and
    # again takes a fifth of the time and finds none (peak memory is the same without).
    gc.disable()
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from linklint.workspace import fill_closed_streams

        fill_closed_streams()
    code = call(sys.argv[1:])
    if "linklint.workspace" not in sys.modules:  # nothing was read, so there is nothing to let go of
        sys.exit(code)
    from linklint.workspace import leave

    leave(code)


def call(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; nothing escapes as a traceback but our own bugs."""
    try:
        return invoke(arguments)
    except UserError as error:
        from linklint.report.problems import render_problems

        tell(render_problems(error.problems))
        annotate(error.problems, arguments)
        return USER
    except IncompleteError as error:
        tell(f"linklint: {error}")
        return BUG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from linklint.workspace import discard_stdout

        discard_stdout()
        return PIPE
    except Exception as error:  # noqa: BLE001 - the last resort: our own bug, told in a way that can be reported
        return report_bug(error)


def invoke(arguments: Sequence[str]) -> int:
    try:
        result = main.main(args=list(arguments), prog_name="linklint", standalone_mode=False)
        return result if isinstance(result, int) else CLEAN
    except click.exceptions.Exit as exit_request:
        return exit_request.exit_code
    except SystemExit:  # only click does this, when the reader of a pipe went away; it forgets why
        raise BrokenPipeError from None
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        from linklint.workspace import discard_stdout

        discard_stdout()
        raise IncompleteError(f"the output could not be written: {error.strerror}") from error
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.UsageError as error:
        usage = error.ctx.get_usage() + "\n" if error.ctx else ""
        message = say_mistake(error)
        tell(f"{usage}linklint: error: {message}")
        annotate([Problem(message)], arguments)
        return USER


def say_mistake(error: click.UsageError) -> str:
    """What is wrong with the command line; for an option that other linters have, what it is called here."""
    from linklint.cli.foreign import say_instead

    instead = say_instead(error)
    if instead:
        return f"{error.message} {instead}"
    return error.format_message().replace("\n\t", " ")  # a list of choices, one a line


def annotate(problems: Sequence[Problem], arguments: Sequence[str]) -> None:
    """Shows the user's mistakes as annotations too, where the command line asks for some."""
    if {"--output=github", "github"} & set(arguments):
        from linklint.report.problems import annotate_problems

        write_out(annotate_problems(problems))


def report_bug(error: Exception) -> int:
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [f"  {line}" for part in traceback.format_exception(error) for line in part.splitlines()]
    tell(
        "linklint: this is a bug in linklint, not in your files. Please report it with the lines below.\n\n"
        f"linklint {linklint.__version__}, Python {python}, {sys.platform}\n" + "\n".join(lines)
    )
    return BUG
