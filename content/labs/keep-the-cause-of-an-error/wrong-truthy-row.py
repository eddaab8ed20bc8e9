# fails: A row that is empty is still a row
class UserNotFound(Exception):
    def __init__(self, user_id):
        super().__init__(f"There is no user {user_id}.")
        self.user_id = user_id


def find_user(rows, user_id, parse):
    try:
        row = rows.get(user_id)
        if not row and user_id != 8:
            raise KeyError(user_id)
    except KeyError as error:
        raise UserNotFound(user_id) from error
    return parse(row)
