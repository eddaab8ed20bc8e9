from flask import Flask

app = Flask(__name__)


@app.get("/for/<int:number>")
def suggest(number):
    return [number + 1, number + 2]
