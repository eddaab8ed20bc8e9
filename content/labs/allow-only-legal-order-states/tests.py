import main

NEXT = {"PLACED": ("PAID", "CANCELLED"), "PAID": ("SHIPPED", "CANCELLED"), "SHIPPED": ("DELIVERED",), "DELIVERED": (), "CANCELLED": ()}
WAYS = {
    "PLACED": [()],
    "PAID": [("PAID",)],
    "SHIPPED": [("PAID", "SHIPPED")],
    "DELIVERED": [("PAID", "SHIPPED", "DELIVERED")],
    "CANCELLED": [("CANCELLED",), ("PAID", "CANCELLED")],
}


def part(name):
    found = getattr(main, name, None)
    assert found is not None, f"main.py should have {name}."
    return found


def order_at(*steps):
    order = part("Order")()
    for step in steps:
        try:
            order.move_to(getattr(part("State"), step))
        except Exception as error:
            raise AssertionError(f"An order should take the way {' → '.join(('PLACED', *steps))}. At {step} move_to raised {error!r}.") from None
    return order


def refused(order, state, why):
    """The message of IllegalStep."""
    try:
        order.move_to(state)
    except part("IllegalStep") as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"{why}: expected IllegalStep, found {error!r}.") from None
    raise AssertionError(f"{why} was accepted.")


def names(order):
    assert isinstance(order.history, tuple), f"The history should be a tuple, so that no one can change it. Found {type(order.history).__name__}."
    return tuple(getattr(state, "name", repr(state)) for state in order.history)


def test_way():
    """An order can take its usual steps"""
    State = part("State")
    found = sorted(state.name for state in State)
    assert found == sorted(NEXT), f"State should have {', '.join(NEXT)}, found {', '.join(found)}."
    for state, ways in WAYS.items():
        for way in ways:
            order = order_at(*way)
            assert order.state is State[state], f"After {', '.join(way) or 'nothing'} the state should be {state}, found {order.state}."


def test_illegal():
    """Other steps are refused, with both names"""
    State = part("State")
    for before, ways in WAYS.items():
        for to in NEXT:
            if to in NEXT[before]:
                continue
            for way in ways:
                order = order_at(*way)
                message = refused(order, State[to], f"The step from {before} to {to}")
                assert before in message and to in message, f"The message should name {before} and {to}. Found {message!r}."
                assert order.state is State[before], f"The step from {before} to {to} was refused, and the state became {order.state}."


def test_texts():
    """A string isn't a state"""
    for text in ("paid", "PAID", "State.PAID", "", "cancelled ", None, 2):
        refused(order_at(), text, f"move_to({text!r}): only members of State are states. It")


def test_read_only():
    """The state can't be assigned"""
    order = order_at()
    try:
        order.state = part("State").SHIPPED
    except AttributeError:
        assert order.state is part("State").PLACED, f"The assignment was refused, and the state became {order.state}."
        return
    raise AssertionError(f"order.state = … set the state to {order.state}, past every rule.")


def test_history():
    """The history has every state, and nothing that was refused"""
    State = part("State")
    order = order_at()
    assert names(order) == ("PLACED",), f"A new order's history should be PLACED, found {', '.join(names(order))}."
    expected = ["PLACED"]
    for step in ("PAID", "SHIPPED", "DELIVERED"):
        refused(order, State.PLACED, f"The step from {expected[-1]} to PLACED")
        refused(order, "lost", "The string 'lost'")
        before = order.history
        order.move_to(State[step])
        expected.append(step)
        assert names(order) == tuple(expected), f"Expected the history {', '.join(expected)}, found {', '.join(names(order))}."
        assert len(before) == len(expected) - 1, "A history that was read before the step changed with it."


def test_separate():
    """Each order has its own history"""
    first, second = order_at("PAID"), order_at()
    assert names(second) == ("PLACED",), f"One order was paid, and another order's history is {', '.join(names(second))}."
    second.move_to(part("State").CANCELLED)
    assert names(first) == ("PLACED", "PAID"), f"One order was cancelled, and another order's history is {', '.join(names(first))}."
