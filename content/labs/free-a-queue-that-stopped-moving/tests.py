from mail import BadMessage, Message, Queue, Temporary
from main import work


class ServerDown(Temporary):
    pass


class Server:
    """Sends, except for what `errors` lists by receiver: each attempt takes one error from the front."""

    def __init__(self, **errors):
        self.errors = errors
        self.sent = []
        self.attempts = []

    def __call__(self, to, template):
        self.attempts.append(to)
        if self.errors.get(to):
            raise self.errors[to].pop(0)
        self.sent.append((to, template))

    @property
    def receivers(self):
        return [to for to, _ in self.sent]


def queue_of(*receivers):
    return Queue(Message(number, to, f"template {number}") for number, to in enumerate(receivers, start=1))


def run(queue, server, most=60):
    rounds = 0
    while work(queue, server, lambda line: None):
        rounds += 1
        assert rounds < most, f"After {rounds} rounds, the worker still hasn't finished. Its last attempts were for {', '.join(server.attempts[-4:])}."


def dead(queue):
    for entry in queue.dead:
        assert isinstance(entry, (tuple, list)) and len(entry) == 2, f"An entry of queue.dead should be a pair: the message and the text of its last error. Found {entry!r}."
    return [(message.to, error) for message, error in queue.dead]


def test_sent():
    """Messages are sent in order"""
    queue, server = queue_of("ada", "ben", "chen"), Server()
    run(queue, server)
    assert server.sent == [("ada", "template 1"), ("ben", "template 2"), ("chen", "template 3")], f"Three messages should be sent in order, found {server.sent}."
    assert queue.dead == [], f"Nothing failed, but the dead letters are {dead(queue)}."
    assert work(queue, server, print) is False, "With an empty queue, work should return False."


def test_stays():
    """A message with a permanent error goes to the dead letters"""
    for error in (BadMessage("no such template"), KeyError("name"), ValueError("bad address")):
        queue, server = queue_of("ada", "ben"), Server(ada=[error] * 40)
        run(queue, server)
        assert server.receivers == ["ben"], f"The message to ada can't be sent, but the one to ben can. Sent were {server.receivers}."
        assert server.attempts == ["ada", "ben"], f"{type(error).__name__} is permanent, so there should be one attempt for ada. The attempts were for {server.attempts}."
        assert dead(queue) == [("ada", str(error))], f"Expected a dead letter to ada with the error {str(error)!r}, found {dead(queue)}."


def test_temporary():
    """When the server is down, a message is tried again"""
    for failures, error in ((1, Temporary), (4, Temporary), (4, ServerDown)):
        queue, server = queue_of("ada"), Server(ada=[error("connection refused")] * failures)
        run(queue, server)
        assert server.receivers == ["ada"], f"The first {failures} attempts raised {error.__name__}, which is a Temporary error. The message should be sent after that, found {server.receivers} sent and {dead(queue)} dead."
        assert len(server.attempts) == failures + 1, f"Expected {failures + 1} attempts, found {len(server.attempts)}."
        assert queue.dead == [], f"The message was sent, but the dead letters are {dead(queue)}."


def test_fifth():
    """After the fifth attempt, the worker gives up"""
    queue, server = queue_of("ada"), Server(ada=[Temporary(f"away {number}") for number in range(1, 41)])
    run(queue, server)
    assert len(server.attempts) == 5, f"The server stays down: expected 5 attempts, found {len(server.attempts)}."
    assert dead(queue) == [("ada", "away 5")], f"Expected a dead letter with the last error, 'away 5'. Found {dead(queue)}."
    later = queue_of("ben")
    server = Server(ben=[Temporary("away"), BadMessage("no such template")])
    run(later, server)
    assert dead(later) == [("ben", "no such template")], f"The second attempt failed with a permanent error. Found the dead letters {dead(later)} after {len(server.attempts)} attempts."


def test_turn():
    """Others get their turn between two attempts"""
    queue, server = queue_of("ada", "ben", "chen"), Server(ada=[Temporary("away")] * 3)
    run(queue, server)
    assert server.attempts[:4] == ["ada", "ben", "chen", "ada"], f"The first attempt for ada failed. Expected attempts for ada, ben, chen and then ada again, found {server.attempts[:4]}."
    assert server.receivers == ["ben", "chen", "ada"], f"In the end, all three should be sent, found {server.receivers}."


def test_own():
    """Each message has its own five attempts"""
    names = ["ada", "ben", "chen", "dana"]
    queue, server = queue_of(*names), Server(**{name: [Temporary("away")] * 4 for name in names})
    run(queue, server)
    assert server.receivers == names, f"Each of four messages fails four times and then works. Expected all to be sent, found {server.receivers} sent and {dead(queue)} dead."
    assert len(server.attempts) == 20, f"Expected 5 attempts for each of 4 messages, found {len(server.attempts)} in all."
