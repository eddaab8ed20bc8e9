# fails: A cycle is refused
def stages(needs):
    level = {}

    def depth(service, seen=0):
        if seen > 50:
            return 0
        if service not in level:
            level[service] = 1 + max((depth(each, seen + 1) for each in needs.get(service, [])), default=-1)
        return level[service]

    for service, others in needs.items():
        for each in [service, *others]:
            depth(each)
    result = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for service, number in level.items():
        result[number].append(service)
    return [sorted(stage) for stage in result]
