# fails: Other errors are not turned into a missing user
# says: turns every error of reading the row into a missing user.
class UserNotFound(Exception):
    def __init__(self, user_id):
        super().__init__(f"There is no user {user_id}.")
        self.user_id = user_id


def find_user(rows, user_id, parse):
    try:
        row = rows[user_id]
    except Exception as error:
        raise UserNotFound(user_id) from error
    return parse(row)
