# fails: A job added later changes nothing
# says: looks up the job by its position when the handler runs, not when it's created.
from functools import partial


def make_handlers(jobs, run):
    def start(place, message):
        return run(jobs[place], message)

    return {name: partial(start, place) for place, name in enumerate(jobs)}
