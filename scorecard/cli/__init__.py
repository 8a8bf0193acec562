"""`python -m scorecard`: every command; results on standard output, everything else on standard error.

Exit codes: 0 done, 1 problems (nothing was changed), 2 wrong use.
"""

from scorecard.cli.account_files import bring_in, export
from scorecard.cli.accounts import user_app
from scorecard.cli.app import app, main
from scorecard.cli.auditing import audit_app
from scorecard.cli.backing_up import backup, restore
from scorecard.cli.bounding import boundaries
from scorecard.cli.briefing import briefing
from scorecard.cli.cataloguing import catalog_app
from scorecard.cli.chasing import chase
from scorecard.cli.correcting import changes, original, republish
from scorecard.cli.lettering import letters
from scorecard.cli.loading import demo, ingest
from scorecard.cli.reading import lights, verify, weeks
from scorecard.cli.rehearsing import rehearse
from scorecard.cli.serving import serve
from scorecard.cli.withdrawing import withdraw
from scorecard.cli.writing import samples, template

for command in (
    demo,
    template,
    samples,
    ingest,
    withdraw,
    republish,
    weeks,
    changes,
    original,
    verify,
    lights,
    chase,
    rehearse,
    briefing,
    letters,
    boundaries,
    backup,
    restore,
    serve,
):
    app.command(no_args_is_help=False)(command)

app.add_typer(catalog_app, name="catalog")
user_app.command("import")(bring_in)
user_app.command("export")(export)
app.add_typer(user_app, name="user")
app.add_typer(audit_app, name="audit")

__all__ = ["app", "main"]
