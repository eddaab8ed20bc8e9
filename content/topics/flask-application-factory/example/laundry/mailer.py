# #region mailer
from flask import current_app


class Mailer:
    def init_app(self, app):
        sender = f"laundry-{app.config['HOUSE']}@example.com"
        app.extensions["mailer"] = {"sender": sender, "sent": []}

    def send(self, to, text):
        # A stand-in. A real one would store the mail in the transaction of
        # the booking, so that a crash after the commit doesn't lose it.
        state = current_app.extensions["mailer"]
        state["sent"].append((state["sender"], to, text))


mailer = Mailer()
# #endregion mailer
