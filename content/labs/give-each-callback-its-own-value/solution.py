from functools import partial


def make_handlers(jobs, run):
    return {name: partial(run, name) for name in jobs}
