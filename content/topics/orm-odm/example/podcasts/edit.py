"""Saving a form that was loaded in an earlier request."""

from sqlalchemy.orm.exc import StaleDataError

from podcasts.mapped import Show


# #region form
class Conflict(Exception):
    """Someone else saved in the meantime: respond with 409."""


def save_form(session, show_id, form):
    show = session.get_one(Show, show_id)
    if show.version != int(form["version"]):  # a form sends text
        raise Conflict
    show.title = form["title"]
    show.listeners = int(form["listeners"])
    try:
        session.commit()
    except StaleDataError as error:  # another request, since the get_one
        session.rollback()
        raise Conflict from error


# #endregion form
