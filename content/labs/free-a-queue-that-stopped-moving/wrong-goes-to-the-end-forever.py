# fails: A message with a permanent error goes to the dead letters
# says: only puts what fails at the end of the queue, so that it comes back forever.
from mail import Temporary
from replay import replay

most_attempts = 5


def describe(message):
    return f"message {message.id} to {message.to}"


def work(queue, send, log):
    """Handles one message of the queue. Returns False when there is none.

    `send(to, template)` sends an email and raises `Temporary`, or another error if it can't work.
    """
    if not queue.waiting:
        return False
    message = queue.waiting.popleft()
    message.attempts += 1
    try:
        send(message.to, message.template)
        log(f"{describe(message)}: sent")
    except Exception as error:
        log(f"{describe(message)}: {error}")
        queue.waiting.append(message)
    return True


replay(work)
