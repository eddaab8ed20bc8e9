# fails: A handler takes the message and nothing else
def make_handlers(jobs, run):
    handlers = {}
    for name in jobs:
        handlers[name] = lambda message, *, name=name: run(name, message)
    return handlers
