from mail import BadMessage, Message, Queue


def replay(work):
    """Lets a worker run ten times on the queue of this morning."""
    queue = Queue(Message(id, to, template) for id, to, template in ((17, "ada", "spring-sale"), (18, "ben", "invoice"), (19, "chen", "invoice"), (20, "dana", "welcome")))
    sent = []
    attempt = 0

    def send(to, template):
        if template == "spring-sale":
            raise BadMessage(f'no template "{template}"')
        sent.append(to)

    def log(line):
        print(f"attempt {attempt}: {line}")

    for attempt in range(1, 11):
        if not work(queue, send, log):
            break
    waiting = " ".join(str(message.id) for message in queue.waiting)
    dead = " ".join(str(entry[0].id) if isinstance(entry, (tuple, list)) else repr(entry) for entry in queue.dead)
    print(f"sent: {' '.join(sent) or 'none'}, waiting: {waiting or 'none'}, dead: {dead or 'none'}")
