"""Commands about the audit: audit verify, list, rotate."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.access.audit.chain import End, look_over
from scorecard.access.audit.log import AuditFilter, midnight, read_audit, rotate
from scorecard.cli.app import Answer, AnswerOption, Form, FormOption, catalog_of, note, settings_of
from scorecard.cli.office import office
from scorecard.cli.printed_rows import print_rows
from scorecard.errors import UsageError
from scorecard.files.row_formats import json_object
from scorecard.settings import audit_days
from scorecard.text import audit_words

_COLUMNS = ("number", "at", "who", "address", "act", "subject", "result")
audit_app = typer.Typer(help=audit_words.APP, no_args_is_help=True)


def verify(
    context: typer.Context,
    expect: Annotated[str, typer.Option(help=audit_words.EXPECT)] = "",
    form: AnswerOption = Answer.text,
) -> None:
    end, problems = look_over(office(context).engine, settings_of(context).home, _end(expect) if expect else None)
    if form is Answer.json:
        typer.echo(json_object({"lines": end.number, "end": str(end), "problems": problems}))
    elif problems:
        note("\n".join([audit_words.BROKEN.format(count=len(problems)), *problems]))
    else:
        typer.echo(audit_words.WHOLE.format(count=end.number, end=end))
        note(audit_words.KEEP_END.format(end=end))
    if problems:
        raise typer.Exit(1)


def listing(
    context: typer.Context,
    who: Annotated[str, typer.Option(help=audit_words.WHO)] = "",
    act: Annotated[str, typer.Option(help=audit_words.ACT)] = "",
    since: Annotated[str, typer.Option(help=audit_words.SINCE)] = "",
    until: Annotated[str, typer.Option(help=audit_words.UNTIL)] = "",
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help=audit_words.LIMIT)] = 100,
    form: FormOption = Form.table,
) -> None:
    catalog = catalog_of(context)
    wanted = AuditFilter(who, act.rstrip("."), midnight(since, catalog.zone), midnight(until, catalog.zone, 1))
    page = read_audit(office(context).engine, wanted, size=limit)
    rows = [
        {name: getattr(line, name) for name in _COLUMNS}
        | {"at": line.at.astimezone(catalog.zone).isoformat("T", "seconds")}
        for line in page.lines
    ]
    print_rows(rows, _COLUMNS, form)


def turn(
    context: typer.Context, days: Annotated[int | None, typer.Option(min=1, help=audit_words.DAYS)] = None
) -> None:
    at, kept = office(context), days or audit_days()
    file = rotate(at.engine, settings_of(context).home, at.now, kept, at.actor)
    typer.echo(audit_words.ROTATED.format(days=kept, file=file) if file else audit_words.NOTHING_OLD.format(days=kept))


def _end(text: str) -> End:
    try:
        return End.parse(text)
    except ValueError:
        raise UsageError(audit_words.BAD_END.format(found=text[:100])) from None


verify.__doc__, listing.__doc__, turn.__doc__ = audit_words.VERIFY, audit_words.LIST, audit_words.ROTATE
audit_app.command("verify")(verify)
audit_app.command("list")(listing)
audit_app.command("rotate")(turn)
