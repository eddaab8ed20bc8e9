void main() {
  for (int cents : new int[] {127, 128}) {
    Integer paid = cents;
    Integer price = cents;
    IO.println(cents + ": " + (paid == price) + " " + paid.equals(price));
  }
}
