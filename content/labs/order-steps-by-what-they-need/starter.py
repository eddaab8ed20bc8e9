def stages(needs):
    return [sorted(needs)]
