"""Sends what is queued, one email at a time."""

import os
import random
import re
import smtplib
import ssl
import time
from contextlib import closing
from email.message import EmailMessage

import outbox

DOMAIN = "mail.library.example"
BOUNCES = f"bounces@{DOMAIN}"


# region message
def build(email):
    message = EmailMessage()
    message["From"] = f"City Library <loans@{DOMAIN}>"
    message["To"] = email["recipient"]
    message["Subject"] = f"Due tomorrow: {email['title']}"
    message["Message-ID"] = f"<{email['id']}@{DOMAIN}>"  # same on each attempt
    message.set_content(f"Please return or renew “{email['title']}” by tomorrow.\n")
    return message


# endregion message


# region attempt
def attempt(email, connect):
    """Returns what to do with the email now, and why."""
    try:
        message = build(email)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with one email
        return "hold", repr(error)
    try:
        smtp = connect()
    except OSError as error:  # no connection, certificate, TLS or login
        return "retry", repr(error)
    try:
        with closing(smtp):
            smtp.send_message(message, BOUNCES, [email["recipient"]])
        return "accepted", "250"
    except smtplib.SMTPRecipientsRefused as error:
        return classify(*error.recipients[email["recipient"]])
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        return classify(error.smtp_code, error.smtp_error)
    except (smtplib.SMTPNotSupportedError, ValueError) as error:
        return "hold", repr(error)
    except OSError as error:  # the connection broke or hangs
        return "retry", repr(error)


NO_MAILBOX = {"5.1.1", "5.1.10"}


def classify(code, text):
    reason = f"{code} {text.decode('utf-8', 'replace')}"
    if code < 500:
        return "retry", reason
    enhanced = re.match(r"5\.\d{1,3}\.\d{1,3}\b", reason[4:])
    if enhanced and enhanced[0] in NO_MAILBOX:
        return "suppress", reason
    return "hold", reason  # the receiver refuses us or this message


# endregion attempt


# region deliver
def deliver_next(db, connect, now=time.time, alert=print):
    email = outbox.claim(db, now())
    if email is None:
        return None
    if now() >= email["expires_at"]:
        todo, reason = "expire", email["reason"]
    elif email["suppressed"]:
        todo, reason = "suppress", "on the list"
    else:
        todo, reason = attempt(email, connect)
    if todo == "retry":
        pause = min(60 * 2 ** email["attempts"], 3600) * random.uniform(0.5, 1)
        outbox.finish(db, email, "queued", reason, now() + pause)
        return todo
    if todo == "suppress":
        outbox.suppress(db, email["recipient"], reason, now())
    if todo in ("hold", "expire"):
        alert(f"{todo} {email['id']}: {reason}")
    outbox.finish(db, email, todo, reason)
    return todo


# endregion deliver


# region bounced
def bounced(db, message_id, code, text, now, alert=print):
    """For the provider's webhook, after its signature has been checked."""
    row = db.execute(
        "SELECT * FROM email WHERE id = ?",
        (message_id.removeprefix("<").removesuffix(f"@{DOMAIN}>"),),
    ).fetchone()
    if row is None:
        return None
    todo, reason = classify(code, text.encode())
    if todo == "suppress":
        outbox.suppress(db, row["recipient"], reason, now)
    if todo == "hold":
        alert(f"{todo} {row['id']}: {reason}")
    if todo in ("hold", "suppress"):
        db.execute(
            "UPDATE email SET status = ?, reason = ? WHERE id = ?",
            (todo, reason, row["id"]),
        )
    return todo


# endregion bounced


# region connect
def connect_provider():
    smtp = smtplib.SMTP(os.environ["SMTP_HOST"], 587, timeout=20)
    smtp.starttls(context=ssl.create_default_context())
    smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
    return smtp


# endregion connect


if __name__ == "__main__":
    database = outbox.connect(os.environ["DATABASE"])
    while True:
        if deliver_next(database, connect_provider) is None:
            time.sleep(5)
