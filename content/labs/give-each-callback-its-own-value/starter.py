def make_handlers(jobs, run):
    handlers = {}
    for name in jobs:
        handlers[name] = lambda message: run(name, message)
    return handlers
