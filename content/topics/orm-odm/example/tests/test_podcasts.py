import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError, InvalidRequestError
from sqlalchemy.orm import Session, joinedload, raiseload, selectinload
from sqlalchemy.orm.exc import DetachedInstanceError, StaleDataError

from podcasts import active
from podcasts.edit import Conflict, save_form
from podcasts.mapped import Episode, Host, Show, connect
from podcasts.sample import fill


@pytest.fixture
def sent():
    return []


@pytest.fixture
def engine(tmp_path, sent):
    engine = connect(tmp_path / "test.db", sent.append)
    fill(engine)
    sent.clear()
    yield engine
    engine.dispose()


@pytest.fixture
def record(engine, tmp_path, sent):
    yield active.connect(tmp_path / "test.db", sent.append)
    active.database.close()


def of(kind, sent):
    return [sql for sql in sent if sql.startswith(kind)]


def page(session, *options):
    query = select(Episode).order_by(Episode.id.desc()).limit(30).options(*options)
    return [(e.title, e.show.title, e.show.host.name) for e in session.scalars(query)]


def test_lazy_loading_sends_one_query_per_row_and_reference(engine, sent):
    with Session(engine) as session:
        assert page(session)[0] == ("Episode 30", "Show 30", "Host 30")
    assert len(of("SELECT", sent)) == 61


def test_lazy_loading_of_one_shared_show_sends_it_once(engine, sent):
    with Session(engine) as session:
        session.execute(update(Episode).values(show_id=1))
        sent.clear()
        page(session)
    assert len(of("SELECT", sent)) == 3


# #region count
@pytest.mark.parametrize(
    ("option", "queries"),
    [
        (selectinload(Episode.show).selectinload(Show.host), 3),
        (joinedload(Episode.show).joinedload(Show.host), 1),
    ],
)
def test_eager_loading_returns_the_same_page(engine, sent, option, queries):
    with Session(engine) as session:
        lazy = page(session)
    sent.clear()
    with Session(engine) as session:
        assert page(session, option) == lazy
    assert len(of("SELECT", sent)) == queries


# #endregion count


def test_raiseload_refuses_to_load_lazily(engine):
    with (
        Session(engine) as session,
        pytest.raises(InvalidRequestError, match="lazy='raise'"),
    ):
        page(session, raiseload("*"))


def test_a_session_loads_one_object_per_row_and_writes_what_changed(engine, sent):
    with Session(engine) as session:
        host = session.get(Host, 1)
        assert session.get(Host, 1) is host
        assert len(of("SELECT", sent)) == 1
        session.commit()
        assert of("UPDATE", sent) == []
        host.phone = "555"
        session.commit()
    assert of("UPDATE", sent) == ["UPDATE host SET phone='555' WHERE host.id = 1"]


def test_a_failed_commit_writes_nothing(engine):
    with Session(engine) as session:
        session.get(Host, 1).city = "Nice"
        session.add(Episode(title=None, show_id=1))
        with pytest.raises(IntegrityError, match="NOT NULL"):
            session.commit()
    with Session(engine) as session:
        assert session.get(Host, 1).city == "Lyon"


def test_save_writes_every_column_back(record, sent):
    ann = active.Host.get_by_id(1)
    ben = active.Host.get_by_id(1)
    assert ann is not ben
    ann.city = "Nice"
    ann.save()
    ben.phone = "555"
    ben.save()
    host = active.Host.get_by_id(1)
    assert (host.city, host.phone) == ("Lyon", "555")


def test_saving_only_dirty_fields_keeps_the_other_change(record, sent):
    ann = active.Host.get_by_id(1)
    ben = active.Host.get_by_id(1)
    ann.city = "Nice"
    ann.save(only=ann.dirty_fields)
    ben.phone = "555"
    ben.save(only=ben.dirty_fields)
    host = active.Host.get_by_id(1)
    assert (host.city, host.phone) == ("Nice", "555")


def test_the_second_of_two_stale_changes_fails(engine):
    with Session(engine) as first, Session(engine) as second:
        first.get(Show, 1).listeners += 1
        second.get(Show, 1).listeners += 1
        first.commit()
        with pytest.raises(StaleDataError):
            second.commit()


def test_a_bulk_update_that_raises_the_version_makes_loaded_shows_stale(engine):
    with Session(engine) as editor:
        show = editor.get(Show, 1)
        assert show.version == 1
        with Session(engine) as job:
            job.execute(
                update(Show).values(
                    listeners=Show.listeners + 1, version=Show.version + 1
                )
            )
            job.commit()
        show.title = "Deep Sea"
        with pytest.raises(StaleDataError):
            editor.commit()


def test_a_reference_cant_be_loaded_after_the_session_ended(engine):
    with Session(engine) as session:
        episode = session.get(Episode, 1)
    with pytest.raises(DetachedInstanceError):
        print(episode.show.title)


def load_form(engine):
    with Session(engine) as session:
        show = session.get(Show, 1)
        return {
            "title": show.title,
            "listeners": show.listeners,
            "version": show.version,
        }


def test_a_form_that_someone_else_overtook_is_refused(engine):
    ann, ben = load_form(engine), load_form(engine)
    with Session(engine) as request:
        save_form(request, 1, ann | {"title": "Deep Sea"})
    with Session(engine) as request, pytest.raises(Conflict):
        save_form(request, 1, ben | {"listeners": 555})
    assert load_form(engine) == {"title": "Deep Sea", "listeners": 120, "version": 2}


def test_a_form_sends_its_numbers_as_text(engine):
    form = load_form(engine) | {"title": "Deep Sea"}
    with Session(engine) as request:
        save_form(request, 1, {name: str(value) for name, value in form.items()})
    assert load_form(engine) == {"title": "Deep Sea", "listeners": 120, "version": 2}


@pytest.mark.parametrize("raises", [True, False])
def test_only_a_counter_that_raises_the_version_is_safe_from_forms(engine, raises):
    form = load_form(engine)
    with Session(engine) as job:
        counted = update(Show).values(listeners=Show.listeners + 1)
        job.execute(counted.values(version=Show.version + 1) if raises else counted)
        job.commit()
    with Session(engine) as request:
        if raises:
            with pytest.raises(Conflict):
                save_form(request, 1, form | {"title": "Deep Sea"})
        else:
            save_form(request, 1, form | {"title": "Deep Sea"})
    assert load_form(engine)["listeners"] == (121 if raises else 120)


def test_of_two_requests_with_the_same_version_one_is_refused(engine):
    form = load_form(engine)
    with Session(engine) as first, Session(engine) as second:
        loaded = second.get(Show, 1)
        assert loaded.version == form["version"]
        save_form(first, 1, form | {"title": "Deep Sea"})
        with pytest.raises(Conflict):
            save_form(second, 1, form | {"title": "Night Trains"})
    assert load_form(engine)["title"] == "Deep Sea"
