"""Commands about the audit: audit verify, list, rotate."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.access.audit_chain import End, look_over
from scorecard.access.audit_log import AuditFilter, midnight, read_audit, rotate
from scorecard.cli.accounts import office
from scorecard.cli.app import Answer, AnswerOption, Form, FormOption, catalog_of, note, settings_of
from scorecard.cli.reading import print_rows
from scorecard.errors import UsageError
from scorecard.output import json_object
from scorecard.settings import audit_days
from scorecard.text import audit as say

_COLUMNS = ("number", "at", "who", "address", "act", "subject", "result")
audit_app = typer.Typer(help=say.APP, no_args_is_help=True)


def verify(
    context: typer.Context,
    expect: Annotated[str, typer.Option(help=say.EXPECT)] = "",
    form: AnswerOption = Answer.text,
) -> None:
    end, problems = look_over(office(context).engine, settings_of(context).home, _end(expect) if expect else None)
    if form is Answer.json:
        typer.echo(json_object({"lines": end.number, "end": str(end), "problems": problems}))
    elif problems:
        note("\n".join([say.BROKEN.format(count=len(problems)), *problems]))
    else:
        typer.echo(say.WHOLE.format(count=end.number, end=end))
        note(say.KEEP_END.format(end=end))
    if problems:
        raise typer.Exit(1)


def listing(
    context: typer.Context,
    who: Annotated[str, typer.Option(help=say.WHO)] = "",
    act: Annotated[str, typer.Option(help=say.ACT)] = "",
    since: Annotated[str, typer.Option(help=say.SINCE)] = "",
    until: Annotated[str, typer.Option(help=say.UNTIL)] = "",
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help=say.LIMIT)] = 100,
    form: FormOption = Form.table,
) -> None:
    catalog = catalog_of(context)
    wanted = AuditFilter(who, act.rstrip("."), midnight(since, catalog.zone), midnight(until, catalog.zone, 1))
    page = read_audit(office(context).engine, wanted, size=limit)
    rows = [{name: getattr(line, name) for name in _COLUMNS} for line in page.lines]
    print_rows(
        [row | {"at": row["at"].astimezone(catalog.zone).isoformat("T", "seconds")} for row in rows], _COLUMNS, form
    )


def turn(context: typer.Context, days: Annotated[int | None, typer.Option(min=1, help=say.DAYS)] = None) -> None:
    at, kept = office(context), days or audit_days()
    file = rotate(at.engine, settings_of(context).home, at.now, kept, at.actor)
    typer.echo(say.ROTATED.format(days=kept, file=file) if file else say.NOTHING_OLD.format(days=kept))


def _end(text: str) -> End:
    try:
        return End.parse(text)
    except ValueError:
        raise UsageError(say.BAD_END.format(found=text[:100])) from None


verify.__doc__, listing.__doc__, turn.__doc__ = say.VERIFY, say.LIST, say.ROTATE
audit_app.command("verify")(verify)
audit_app.command("list")(listing)
audit_app.command("rotate")(turn)
