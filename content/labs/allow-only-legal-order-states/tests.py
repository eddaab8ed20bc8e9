import main


def part(name):
    found = getattr(main, name, None)
    assert found is not None, f"main.py should have {name}."
    return found


def order_at(*steps):
    order = part("Order")()
    for step in steps:
        order.move_to(getattr(part("State"), step))
    return order


def test_way():
    """An order takes its usual way"""
    order = order_at("PAID", "SHIPPED", "DELIVERED")
    assert order.state is part("State").DELIVERED, f"After paid, shipped, delivered the state should be DELIVERED, found {order.state}."


def test_illegal():
    """Other steps are refused, with both names"""
    State, IllegalStep = part("State"), main.IllegalStep
    for steps, to in (((), "SHIPPED"), (("PAID", "SHIPPED"), "CANCELLED"), (("CANCELLED",), "PAID"), (("PAID",), "PAID"), ((), "DELIVERED")):
        order = order_at(*steps)
        before = order.state.name
        try:
            order.move_to(State[to])
        except IllegalStep as error:
            assert before in str(error) and to in str(error), f"The message should name {before} and {to}. Found {str(error)!r}."
            continue
        raise AssertionError(f"An order that is {before} was moved to {to}.")


def test_texts():
    """A text is no state"""
    order = order_at()
    try:
        order.move_to("paid")
    except main.IllegalStep:
        return
    except Exception as error:
        raise AssertionError(f"move_to('paid') should raise IllegalStep, found {error!r}.") from None
    raise AssertionError("move_to('paid') was accepted. Only members of State are states.")


def test_read_only():
    """The state can't be assigned"""
    order = order_at()
    try:
        order.state = part("State").SHIPPED
    except AttributeError:
        return
    raise AssertionError(f"order.state = … set the state to {order.state}, past every rule.")


def test_history():
    """The history has every state, and nothing that was refused"""
    order = order_at("PAID")
    try:
        order.move_to(part("State").DELIVERED)
    except main.IllegalStep:
        pass
    found = tuple(state.name for state in order.history)
    assert isinstance(order.history, tuple), f"The history should be a tuple, so that no one can change it. Found {type(order.history).__name__}."
    assert found == ("PLACED", "PAID"), f"Expected PLACED, PAID, found {', '.join(found)}."


def test_separate():
    """Orders have their own history"""
    first, second = order_at("PAID"), order_at()
    assert second.state.name == "PLACED" and len(first.history) == 2, "One order's step changed another order."
