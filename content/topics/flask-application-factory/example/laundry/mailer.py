# #region mailer
from flask import current_app


class Mailer:
    def init_app(self, app):
        sender = f"laundry-{app.config['HOUSE']}@example.com"
        app.extensions["mailer"] = {"sender": sender, "sent": []}

    def send(self, to, text):
        # A real one would write to an outbox table here.
        state = current_app.extensions["mailer"]
        state["sent"].append((state["sender"], to, text))


mailer = Mailer()
# #endregion mailer
