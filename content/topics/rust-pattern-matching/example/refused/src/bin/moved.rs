// #region moved
struct Order {
    id: u32,
    name: Option<String>,
}

fn greet(order: Order) {
    if let Some(name) = order.name {
        println!("Hello {name}");
    }
    archive(order);
}

fn peek(order: &Order) {
    match order.name {
        Some(name) => println!("{name}"),
        None => println!("order {}", order.id),
    }
}
// #endregion moved

fn archive(order: Order) {
    println!("{} {:?}", order.id, order.name);
}

fn main() {
    let order = Order { id: 1, name: None };
    peek(&order);
    greet(order);
}
