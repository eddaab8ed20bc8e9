class UserNotFound(Exception):
    pass


def find_user(rows, user_id, parse):
    return parse(rows[user_id])
