# fails: Each handler runs its own job
def make_handlers(jobs, run):
    return {name: lambda message: run(name, message) for name in jobs}
