"""A file that was sent goes back with its mistakes marked in it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scorecard.documents.media_types import XLSX
from scorecard.intake.cells.problems import Problem
from scorecard.intake.returned_copy.returned_copy import marked_copy, marked_name
from scorecard.intake.taken import Intake, Taken
from scorecard.text import data_page
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.render import plain


def offer_copies(desk: FiguresDesk, intake: Intake) -> None:
    """A coloured copy of every file with problems, made when somebody asks for it."""
    with st.container(key="copies", horizontal=True):
        for file in (*intake.files, *intake.left_out_files):
            if problems := intake.problems_of(file):
                name = marked_name(file.source.name)
                st.download_button(
                    plain(data_page.MARKED.format(name=file.source.name)),
                    download(name, partial(_copy, desk, file, problems, intake.warnings_of(file))),
                    name,
                    XLSX,
                    on_click="ignore",
                    key=f"copy-{file.source.sha256}-{file.source.name}",
                )


def _copy(desk: FiguresDesk, file: Taken, problems: list[Problem], warnings: list[Problem]) -> bytes:
    content = file.path.read_bytes()
    return marked_copy(file.source.name, content, problems, warnings, desk.catalog.columns)
