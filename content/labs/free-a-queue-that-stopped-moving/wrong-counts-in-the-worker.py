# fails: Each message has its own five attempts
# says: counts the failures of all messages together.
from mail import Temporary
from replay import replay

most_attempts = 5
failures = 0


def describe(message):
    return f"message {message.id} to {message.to}"


def work(queue, send, log):
    """Handles one message of the queue. Returns False when there is none.

    `send(to, template)` sends an email and raises `Temporary`, or another error if it can't work.
    """
    global failures
    if not queue.waiting:
        return False
    message = queue.waiting.popleft()
    message.attempts += 1
    try:
        send(message.to, message.template)
        log(f"{describe(message)}: sent")
    except Exception as error:
        log(f"{describe(message)}: {error}")
        failures += 1
        if isinstance(error, Temporary) and failures < most_attempts:
            queue.waiting.append(message)
        else:
            queue.dead.append((message, str(error)))
            failures = 0
    return True


replay(work)
