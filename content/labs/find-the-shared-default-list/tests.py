from main import Cart


def test_add():
    """A cart holds what was added"""
    cart = Cart("Amara", ["tea"])
    cart.add("cup")
    assert cart.items == ["tea", "cup"], f"Expected tea and cup, found {cart.items}."
    owner = getattr(cart, "owner", "no attribute owner")
    assert owner == "Amara", f"The owner should be Amara, found {owner!r}."
    cart.add("tea")
    cart.add(["a", "set"])
    assert cart.items == ["tea", "cup", "tea", ["a", "set"]], f"Another tea and a set of two were added, found {cart.items}."
    cart.items.remove("cup")
    assert cart.items == ["tea", "tea", ["a", "set"]], f"cup was removed from cart.items, and the cart holds {cart.items}."


def test_own_items():
    """A new cart is empty, whatever others hold"""
    amara = Cart("Amara")
    amara.add("tea")
    bilal = Cart("Bilal")
    assert bilal.items == [], f"Amara added tea to her cart, and Bilal's new cart holds {bilal.items}."
    bilal.add("cup")
    assert amara.items == ["tea"], f"Bilal added a cup to his cart, and Amara's cart holds {amara.items}."
    second = Cart("Amara")
    assert second.items == [], f"Amara got a second, new cart, and it holds {second.items}."
    assert type(bilal.items) is list, f"items should be a list, found {type(bilal.items).__name__}."


def test_passed_list():
    """The cart does not change the list that was passed in"""
    wishes = ["pot", "lid", "pot", 7]
    first, second = Cart("Chen", wishes), Cart("Dana", items=wishes)
    assert first.items == wishes, f"A cart that begins with {wishes} holds {first.items}."
    first.add("cup")
    assert wishes == ["pot", "lid", "pot", 7], f"A cup was added to the cart, and the caller's list became {wishes}."
    assert second.items == wishes, f"Two carts began with the same list. One got a cup, and the other became {second.items}."


def test_later_changes():
    """Later changes of the passed list do not reach the cart"""
    wishes = ["pot"]
    cart = Cart("Chen", wishes)
    wishes.clear()
    assert cart.items == ["pot"], f"The caller emptied its own list, and the cart became {cart.items}."
    wishes.append("lid")
    cart.add("cup")
    assert cart.items == ["pot", "cup"], f"The caller changed its own list before a cup was added, and the cart became {cart.items}."


def test_empty_list():
    """An empty list that is passed in is not shared either"""
    wishes = []
    cart = Cart("Dana", wishes)
    wishes.append("surprise")
    assert cart.items == [], f"The caller added to its own list, and the cart became {cart.items}."
    cart.add("tea")
    assert wishes == ["surprise"], f"Tea was added to the cart, and the caller's list became {wishes}."
