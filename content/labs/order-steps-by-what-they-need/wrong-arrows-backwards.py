# fails: The message shows the cycle along the needs
from graphlib import CycleError, TopologicalSorter


def stages(needs):
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as error:
        raise ValueError(" -> ".join(error.args[1])) from error
    result = []
    while sorter.is_active():
        stage = sorted(sorter.get_ready())
        sorter.done(*stage)
        result.append(stage)
    return result
