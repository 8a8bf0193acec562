"""`python -m scorecard`: every command; results on standard output, everything else on standard error.

Exit codes: 0 done, 1 problems (nothing was changed), 2 wrong use.
"""

from scorecard.cli.account_files import bring_in, export
from scorecard.cli.accounts import user_app
from scorecard.cli.app import app, main
from scorecard.cli.audit import audit_app
from scorecard.cli.backups import backup, restore
from scorecard.cli.boundary_file import boundaries
from scorecard.cli.briefing import briefing
from scorecard.cli.catalog_check import catalog_app
from scorecard.cli.hand_over import hand_over
from scorecard.cli.intake import demo, ingest
from scorecard.cli.letter_files import letters
from scorecard.cli.publications import changes, original
from scorecard.cli.published_weeks import lights, verify, weeks
from scorecard.cli.readiness import rehearse
from scorecard.cli.republications import republish
from scorecard.cli.retractions import retract
from scorecard.cli.templates import samples, template
from scorecard.cli.web_server import serve
from scorecard.cli.withdrawals import withdraw
from scorecard.cli.work_list import chase

for command in (
    demo,
    template,
    samples,
    ingest,
    withdraw,
    republish,
    retract,
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
user_app.command("hand-over")(hand_over)
app.add_typer(user_app, name="user")
app.add_typer(audit_app, name="audit")

__all__ = ["app", "main"]
