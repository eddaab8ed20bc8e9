# fails: A handler takes the message and nothing else
# says: keeps the name in a keyword argument, which a caller can replace.
def make_handlers(jobs, run):
    handlers = {}
    for name in jobs:
        handlers[name] = lambda message, *, name=name: run(name, message)
    return handlers
