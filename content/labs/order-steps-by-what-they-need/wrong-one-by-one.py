# fails: What can start together is one stage
from graphlib import CycleError, TopologicalSorter


def stages(needs):
    try:
        return [[each] for each in TopologicalSorter(needs).static_order()]
    except CycleError as error:
        raise ValueError(" -> ".join(reversed(error.args[1]))) from error
