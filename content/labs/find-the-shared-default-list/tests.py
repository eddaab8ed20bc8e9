from main import Cart


def test_add():
    """A cart holds what was added"""
    cart = Cart("Amara", ["tea"])
    cart.add("cup")
    assert cart.items == ["tea", "cup"], f"Expected tea and cup, found {cart.items}."


def test_own_items():
    """A new cart is empty, whatever others hold"""
    Cart("Amara").add("tea")
    found = Cart("Bilal").items
    assert found == [], f"Amara added tea to her cart, and Bilal's new cart holds {found}."


def test_passed_list():
    """The cart does not change the list that was passed in"""
    wishes = ["pot"]
    Cart("Chen", wishes).add("cup")
    assert wishes == ["pot"], f"A cup was added to the cart, and the caller's list became {wishes}."


def test_later_changes():
    """Later changes of the passed list do not reach the cart"""
    wishes = ["pot"]
    cart = Cart("Chen", wishes)
    wishes.clear()
    assert cart.items == ["pot"], f"The caller emptied its own list, and the cart became {cart.items}."


def test_empty_list():
    """An empty list that is passed in is not shared either"""
    wishes = []
    cart = Cart("Dana", wishes)
    wishes.append("surprise")
    assert cart.items == [], f"The caller added to its own list, and the cart became {cart.items}."
