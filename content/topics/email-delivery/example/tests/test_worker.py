import smtplib
import socket
import ssl
import threading

import pytest
from aiosmtpd.controller import Controller

import outbox
import worker

REPLIES = {
    "gone@old.example": "550 5.1.1 No such user",
    "null@old.example": "550 5.1.10 Null MX",
    "off@old.example": "550 5.2.1 Account disabled, or too much email for now",
    "full@slow.example": "452 4.2.2 Mailbox full",
    "ada@strict.example": "550 5.7.26 Not authenticated",
    "old@legacy.example": "550 Go away",
    "text@legacy.example": "550 Blocked, see help page 5.1.1",
}


class Receiver:
    def __init__(self):
        self.inbox, self.cut, self.sender = [], 0, "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.sender

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in REPLIES:
            return REPLIES[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        # After the message, as Gmail does
        if "late@strict.example" in envelope.rcpt_tos:
            return "550 5.7.26 Not authenticated"
        self.inbox.append((envelope.mail_from, envelope.content.decode()))
        if self.cut:  # takes the message, and its reply gets lost
            self.cut -= 1
            server.transport.abort()
        return "250 Queued"


@pytest.fixture
def receiver():
    handler = Receiver()
    with socket.create_server(("127.0.0.1", 0)) as free:
        handler.port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    yield handler
    controller.stop()


@pytest.fixture
def connect(receiver):
    return lambda: smtplib.SMTP("127.0.0.1", receiver.port, timeout=5)


@pytest.fixture
def db(tmp_path):
    return outbox.connect(tmp_path / "mail.db")


def queue(db, *recipients, title="Dune", day="2026-11-27", now=1000):
    loans = [(n, to, title) for n, to in enumerate(recipients, 1)]
    outbox.enqueue_reminders(db, loans, day, now)


def run(db, connect, now=1000):
    alerts, results = [], []
    while result := worker.deliver_next(db, connect, lambda: now, alerts.append):
        results.append(result)
    return results, alerts


def state(db):
    return {r["id"]: r["status"] for r in db.execute("SELECT * FROM email")}


# region twice
def test_starting_again_from_the_top_sends_nothing_twice(db, receiver, connect):
    queue(db, "eve@mail.example", "tom@mail.example")
    assert worker.deliver_next(db, connect, lambda: 1000) == "accepted"
    queue(db, "eve@mail.example", "tom@mail.example")  # someone starts again
    run(db, connect)
    assert len(receiver.inbox) == 2


# endregion twice


# region replies
@pytest.mark.parametrize(
    "recipient, todo",
    [
        ("eve@mail.example", "accepted"),
        ("gone@old.example", "suppress"),
        ("null@old.example", "suppress"),
        ("off@old.example", "hold"),
        ("full@slow.example", "retry"),
        ("ada@strict.example", "hold"),
        ("late@strict.example", "hold"),
        ("old@legacy.example", "hold"),
        ("text@legacy.example", "hold"),
    ],
)
def test_each_reply_has_its_outcome(db, connect, recipient, todo):
    queue(db, recipient)
    assert run(db, connect)[0] == [todo]


# endregion replies


def test_a_refused_sender_holds_the_email(db, receiver, connect):
    receiver.sender = "550 5.7.1 Sender not allowed"
    queue(db, "eve@mail.example")
    results, alerts = run(db, connect)
    assert results == ["hold"] and len(alerts) == 1


def test_a_line_break_in_a_title_holds_one_email(db, receiver, connect):
    queue(db, "tom@mail.example", title="Dune\r\nBcc: all@evil.test")
    queue(db, "eve@mail.example", title="Emma", day="2026-11-28")
    results, alerts = run(db, connect)
    assert sorted(results) == ["accepted", "hold"]
    assert len(alerts) == 1 and "reminder-1-2026-11-27" in alerts[0]
    assert len(receiver.inbox) == 1


def test_an_address_is_never_tried_again_after_511(db, receiver, connect):
    queue(db, "gone@old.example")
    run(db, connect)
    queue(db, "gone@old.example", day="2026-11-28")
    assert run(db, None)[0] == ["suppress"]


def test_temporary_failures_are_retried_with_pauses_until_they_expire(db, connect):
    queue(db, "full@slow.example")
    assert run(db, connect, now=1000)[0] == ["retry"]
    assert run(db, connect, now=1001)[0] == []
    now, tries = 1000, 0
    while state(db)["reminder-1-2026-11-27"] == "queued":
        now += 600
        results, alerts = run(db, connect, now)
        tries += results.count("retry")
    assert len(alerts) == 1
    assert state(db)["reminder-1-2026-11-27"] == "expire"
    assert 15 < tries < 40
    assert now < 1000 + 20 * outbox.HOUR


# region lost
def test_a_lost_reply_repeats_the_email_with_the_same_id(db, receiver, connect):
    receiver.cut = 1
    queue(db, "eve@mail.example")
    assert run(db, connect)[0] == ["retry"]
    assert run(db, connect, now=1200)[0] == ["accepted"]
    ids = [line for _, text in receiver.inbox for line in text.split("\r\n")]
    assert ids.count("Message-ID: <reminder-1-2026-11-27@mail.library.example>") == 2


# endregion lost


def test_a_crash_during_the_attempt_brings_the_email_back(db, connect):
    queue(db, "eve@mail.example")

    def dies():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        worker.deliver_next(db, dies, lambda: 1000)
    assert run(db, connect, now=1100)[0] == []
    assert run(db, connect, now=1000 + outbox.LEASE)[0] == ["accepted"]


def test_a_worker_that_comes_too_late_changes_nothing(db):
    queue(db, "eve@mail.example")
    slow = outbox.claim(db, 1000)
    other = outbox.claim(db, 1000 + outbox.LEASE)
    outbox.finish(db, slow, "hold", "550")
    assert state(db)["reminder-1-2026-11-27"] == "queued"
    outbox.finish(db, other, "accepted", "250")
    outbox.finish(db, other, "queued", "timed out")
    assert state(db)["reminder-1-2026-11-27"] == "accepted"


def test_a_server_that_hangs_or_refuses_the_login_is_a_retry(db):
    silent = socket.create_server(("127.0.0.1", 0))
    port = silent.getsockname()[1]
    queue(db, "eve@mail.example")

    def hangs():
        return smtplib.SMTP("127.0.0.1", port, timeout=0.3)

    assert run(db, hangs)[0] == ["retry"]
    silent.close()

    def login_fails():
        raise smtplib.SMTPAuthenticationError(535, b"5.7.8 Bad credentials")

    assert run(db, login_fails, now=1200)[0] == ["retry"]


def test_two_workers_share_the_work(db, tmp_path, receiver, connect):
    queue(db, *[f"reader{n}@mail.example" for n in range(40)])

    def work():
        run(outbox.connect(tmp_path / "mail.db"), connect)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join(60)
    assert len(receiver.inbox) == 40
    assert set(state(db).values()) == {"accepted"}


def test_a_claim_is_one_statement(db, tmp_path):
    queue(db, *[f"reader{n}@mail.example" for n in range(10)])
    faster = outbox.connect(tmp_path / "mail.db")
    taken = []
    # Before each statement of a claim, another worker takes an email.
    db.set_trace_callback(lambda _: taken.append(outbox.claim(faster, 1000)["id"]))
    taken.append(outbox.claim(db, 1000)["id"])
    db.set_trace_callback(None)
    assert len(set(taken)) == len(taken) >= 2


def test_an_address_that_the_server_cannot_take_is_held(db):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ascii_only = Controller(
        Receiver(), hostname="127.0.0.1", port=port, enable_SMTPUTF8=False
    )
    ascii_only.start()
    queue(db, "jürgen@mail.example")
    results, alerts = run(db, lambda: smtplib.SMTP("127.0.0.1", port, timeout=5))
    ascii_only.stop()
    assert results == ["hold"] and len(alerts) == 1


def test_bounces_go_to_our_own_address(db, receiver, connect):
    queue(db, "eve@mail.example")
    run(db, connect)
    assert receiver.inbox[0][0] == "bounces@mail.library.example"


# region bounce
def test_a_bounce_that_arrives_later(db, connect):
    queue(db, "eve@mail.example", "tom@mail.example")
    run(db, connect)
    message_id = "<reminder-1-2026-11-27@mail.library.example>"
    for _ in range(2):  # webhooks come twice
        worker.bounced(db, message_id, 550, "5.1.1 No such user", 2000)
    assert state(db)["reminder-1-2026-11-27"] == "suppress"
    queue(db, "Eve@mail.example", "tom@mail.example", day="2026-11-28")
    assert sorted(run(db, connect)[0]) == ["accepted", "suppress"]


# endregion bounce


def test_a_policy_bounce_holds_the_email_and_raises_an_alert(db, connect):
    queue(db, "eve@mail.example")
    run(db, connect)
    message_id = "<reminder-1-2026-11-27@mail.library.example>"
    alerts = []
    bounce = ("5.7.26 No", 2000, alerts.append)
    assert worker.bounced(db, message_id, 550, *bounce) == "hold"
    assert state(db)["reminder-1-2026-11-27"] == "hold" and len(alerts) == 1
    assert worker.bounced(db, message_id, 450, "4.2.1 Delayed", 2000) == "retry"
    assert state(db)["reminder-1-2026-11-27"] == "hold"
    assert worker.bounced(db, "<other@x.example>", 550, "5.1.1", 2000) is None
    queue(db, "eve@mail.example", day="2026-11-28")
    assert run(db, connect)[0] == ["accepted"]


def test_a_broken_provider_is_never_blamed_on_the_email(db):
    for n, error in enumerate(
        [
            ssl.SSLCertVerificationError("certificate has expired"),
            smtplib.SMTPNotSupportedError("STARTTLS extension not supported"),
        ]
    ):

        def fails(error=error):
            raise error

        queue(db, "eve@mail.example", day=f"2026-12-{n}")
        assert run(db, fails) == (["retry"], [])


def test_an_address_that_cannot_be_parsed_stops_one_email(db, connect):
    queue(db, '"', ".:", " .@", None, "eve@mail.example")
    results, alerts = run(db, connect)
    assert results == ["hold", "hold", "hold", "accepted"]
    assert len(alerts) == 3
