# fails: The message shows the cycle along the needs
def stages(needs):
    left = set(needs).union(*needs.values())
    result = []
    while left:
        stage = sorted(each for each in left if not left & set(needs.get(each, ())))
        if not stage:
            path = [min(left)]
            while path.count(path[-1]) == 1:
                path.append(next(each for each in needs[path[-1]] if each in left))
            raise ValueError(" -> ".join(path))
        result.append(stage)
        left -= set(stage)
    return result
