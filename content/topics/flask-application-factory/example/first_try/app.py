# #region first-try
import os
import sqlite3

from flask import Flask

app = Flask(__name__)
db = sqlite3.connect(os.environ["LAUNDRY_DATABASE"], check_same_thread=False)


@app.get("/bookings")
def bookings():
    return {"bookings": db.execute("SELECT count(*) FROM booking").fetchone()[0]}


# #endregion first-try
