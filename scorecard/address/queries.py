"""One frozen query a page.

They stand in this room and not beside their page: lights and letters link to every page, and saved views of the
catalogue are checked against them.
"""

from __future__ import annotations

from scorecard.address.light_queries import DistrictQuery, OverviewQuery, TaskQuery, UnitQuery
from scorecard.address.query import Query
from scorecard.address.work_queries import AccountsQuery, AuditQuery, BriefingQuery, DataQuery, FollowUpQuery

__all__ = [
    "QUERIES",
    "AccountsQuery",
    "AuditQuery",
    "BriefingQuery",
    "DataQuery",
    "DistrictQuery",
    "FollowUpQuery",
    "OverviewQuery",
    "TaskQuery",
    "UnitQuery",
]

QUERIES: dict[str, type[Query]] = {
    query.page: query
    for query in (
        OverviewQuery,
        TaskQuery,
        DistrictQuery,
        UnitQuery,
        FollowUpQuery,
        DataQuery,
        BriefingQuery,
        AccountsQuery,
        AuditQuery,
    )
}
