# fails: The KeyError is its cause
# says: raises its own error without the KeyError as its cause.
class UserNotFound(Exception):
    def __init__(self, user_id):
        super().__init__(f"There is no user {user_id}.")
        self.user_id = user_id


def find_user(rows, user_id, parse):
    if user_id not in rows:
        raise UserNotFound(user_id)
    return parse(rows[user_id])
