from graphlib import CycleError, TopologicalSorter


def stages(needs):
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as error:
        # The list has each service before the one that needs it; the message shows it the other way round.
        raise ValueError("These need each other: " + " -> ".join(reversed(error.args[1]))) from error

    result = []
    while sorter.is_active():
        stage = sorted(sorter.get_ready())
        sorter.done(*stage)
        result.append(stage)
    return result
