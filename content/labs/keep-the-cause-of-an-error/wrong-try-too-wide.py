# fails: An error of the parser is not turned into a missing user
class UserNotFound(Exception):
    def __init__(self, user_id):
        super().__init__(f"There is no user {user_id}.")
        self.user_id = user_id


def find_user(rows, user_id, parse):
    try:
        return parse(rows[user_id])
    except KeyError as error:
        raise UserNotFound(user_id) from error
